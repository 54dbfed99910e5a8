PRAGMA application_id = 1835625330;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('ask', 'doubt', 'feedback')),
  variation TEXT,
  level INTEGER,
  note TEXT,
  reach TEXT CHECK (reach IN ('known', 'new', 'up', 'across')),
  went TEXT CHECK (went IN ('easy', 'ok', 'hard')),
  masked INTEGER NOT NULL DEFAULT 0,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
INSERT INTO "entries" VALUES(1,'13e789724f52e66e','2026-05-01T09:05:07+02:00','2026-05-01','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(2,'967a00395efbd88b','2026-05-06T09:05:07+02:00','2026-05-06','feedback',NULL,NULL,NULL,'new',NULL,0,'2026-05-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(3,'e1d926062c9e34ec','2026-05-08T09:05:07+02:00','2026-05-08','feedback',NULL,NULL,'rettet',NULL,'ok',0,'2026-11-12T08:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(4,'21c044477fd199b7','2026-05-11T09:05:07+02:00','2026-05-11','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-05-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(5,'7a0247800f0dda5c','2026-05-13T09:05:07+02:00','2026-05-13','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-05-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(6,'cf4c78d7eb05aef6','2026-05-21T09:05:07+02:00','2026-05-21','doubt',NULL,NULL,NULL,NULL,'easy',0,'2026-05-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(7,'dedcc5fec965b099','2026-05-27T09:05:07+02:00','2026-05-27','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”','new',NULL,0,'2026-05-27T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(8,'7fa11d1d33ae9ee6','2026-05-28T09:05:07+02:00','2026-05-28','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-05-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(9,'a3439d0b3b308fcc','2026-05-29T09:05:07+02:00','2026-05-29','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(10,'4292a6e3fb69f852','2026-06-01T09:05:07+02:00','2026-06-01','doubt',NULL,NULL,'Et ''citat''; og -- mere','up',NULL,0,'2026-06-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(11,'7b3bead4c800ee43','2026-06-04T09:05:07+02:00','2026-06-04','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-06-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(12,'be59748d4bf68db4','2026-06-08T09:05:07+02:00','2026-06-08','doubt',NULL,NULL,NULL,'across',NULL,0,'2026-06-08T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(13,'aea47921c265df8d','2026-06-19T09:05:07+02:00','2026-06-19','ask',NULL,NULL,'Hun blev glad.','known',NULL,0,'2026-06-19T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(14,'6e05f104f644c871','2026-06-26T09:05:07+02:00','2026-06-26','feedback',NULL,NULL,NULL,NULL,'easy',0,'2026-06-26T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(15,'36939828276567a4','2026-06-29T09:05:07+02:00','2026-06-29','doubt',NULL,NULL,'Linje et
linje to','across','hard',0,'2026-06-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(16,'529f6643b80fa457','2026-07-02T09:05:07+02:00','2026-07-02','doubt',NULL,NULL,NULL,'new',NULL,0,'2026-07-02T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(17,'d955733219f7ee43','2026-07-03T09:05:07+02:00','2026-07-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-03T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(18,'32990101c3bb3541','2026-07-07T09:05:07+02:00','2026-07-07','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(19,'9c81e5da09c83e15','2026-07-17T09:05:07+02:00','2026-07-17','doubt',NULL,NULL,'Linje et
linje to','up',NULL,0,'2026-07-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(20,'416fd7f5fc46b563','2026-07-20T09:05:07+02:00','2026-07-20','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'easy',0,'2026-07-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(21,'9a564917b4d47dc5','2026-07-29T09:05:07+02:00','2026-07-29','ask',NULL,NULL,'Hun blev glad.',NULL,'ok',0,'2026-07-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(22,'e50d48fae4092fd8','2026-08-04T09:05:07+02:00','2026-08-04','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-08-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(23,'c61c8e521221a0bc','2026-08-05T09:05:07+02:00','2026-08-05','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-08-05T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(24,'ab8890991198a5d6','2026-08-11T09:05:07+02:00','2026-08-11','doubt',NULL,NULL,'Hun blev glad.','across','ok',0,'2026-08-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(25,'fc0a3033e2b4deb0','2026-08-17T09:05:07+02:00','2026-08-17','feedback',NULL,NULL,NULL,NULL,'hard',0,'2026-08-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(26,'bb3fab4eadeef0ff','2026-08-18T09:05:07+02:00','2026-08-18','ask',NULL,NULL,'Et ''citat''; og -- mere','across','hard',0,'2026-08-18T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(27,'2755d8c4e3a36432','2026-08-20T09:05:07+02:00','2026-08-20','ask',NULL,NULL,NULL,'up','easy',0,'2026-08-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(28,'4a212f4b499a6972','2026-08-21T09:05:07+02:00','2026-08-21','doubt',NULL,NULL,'Hun blev glad.',NULL,'hard',0,'2026-08-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(29,'eb8ddd3f7b49b1e5','2026-08-28T09:05:07+02:00','2026-08-28','ask',NULL,NULL,'Et ''citat''; og -- mere','known',NULL,0,'2026-08-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(30,'c70cd3e84afb7037','2026-09-09T09:05:07+02:00','2026-09-09','feedback',NULL,NULL,NULL,NULL,'ok',0,'2026-09-09T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(31,'c6693368ff651652','2026-09-16T09:05:07+02:00','2026-09-16','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'ok',0,'2026-09-16T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(32,'01b1c3bb3b658403','2026-09-21T09:05:07+02:00','2026-09-21','ask',NULL,NULL,NULL,'known',NULL,0,'2026-09-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(33,'dca91e69b021fb7e','2026-09-22T09:05:07+02:00','2026-09-22','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-09-22T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(34,'a68bd8fc5408d4f3','2026-09-23T09:05:07+02:00','2026-09-23','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'hard',0,'2026-09-23T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(35,'73dad3403c4473eb','2026-09-25T09:05:07+02:00','2026-09-25','doubt',NULL,NULL,'Et ''citat''; og -- mere','up','ok',0,'2026-09-25T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(36,'368ed8d2c4df9928','2026-10-06T09:05:07+02:00','2026-10-06','ask',NULL,NULL,NULL,'up','ok',0,'2026-10-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(37,'465fbe7ab1dc3e91','2026-10-07T09:05:07+02:00','2026-10-07','ask',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-10-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(38,'fa85ce83cc865c60','2026-10-12T09:05:07+02:00','2026-10-12','doubt',NULL,NULL,'Linje et
linje to','across',NULL,0,'2026-10-12T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(39,'ac8a7c30dc047be2','2026-10-13T09:05:07+02:00','2026-10-13','ask',NULL,NULL,'Hun blev glad.','known','hard',0,'2026-10-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(40,'56379ff32dbaa9c0','2026-10-14T09:05:07+02:00','2026-10-14','ask',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'ok',0,'2026-10-14T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(41,'1fe5c9ee38012a67','2026-10-15T09:05:07+02:00','2026-10-15','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-10-15T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(42,'b6cf621bb8c1cfb5','2026-10-29T09:05:07+02:00','2026-10-29','doubt',NULL,NULL,'Linje et
linje to',NULL,'easy',0,'2026-10-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(43,'6c723d076d4048ed','2026-11-05T09:05:07+01:00','2026-11-05','ask',NULL,NULL,'Linje et
linje to',NULL,'hard',0,'2026-11-05T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(44,'973e46f4f852f7a3','2026-11-09T09:05:07+01:00','2026-11-09','ask',NULL,NULL,'Hun blev glad.',NULL,NULL,0,'2026-11-09T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(45,'1373a1fc3ab8b153','2026-11-13T09:05:07+01:00','2026-11-13','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-11-13T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(46,'cb03bd86c01ca411','2026-11-17T09:05:07+01:00','2026-11-17','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-11-17T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(47,'87f61ace168acf57','2026-11-01T10:00:00+01:00','2026-11-01','ask',NULL,NULL,'Et andet ord',NULL,NULL,0,'2026-11-02T09:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(48,'d180d16cbe20246a','2026-11-03T09:05:07+01:00','2026-11-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-11-03T08:05:07.000001+00:00',1);
INSERT INTO "entries" VALUES(49,'77f19206a6b2718d','2026-11-03T09:02:07+01:00','2026-11-03','doubt','doubt-the-deadline',2,NULL,NULL,NULL,0,'2026-11-03T08:03:07+00:00',1);
CREATE TABLE journal (
  step INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL,
  command TEXT NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT
) STRICT;
INSERT INTO "journal" VALUES(1,1,'log','entries','["13e789724f52e66e"]',NULL);
INSERT INTO "journal" VALUES(2,2,'log','entries','["967a00395efbd88b"]',NULL);
INSERT INTO "journal" VALUES(3,3,'log','entries','["e1d926062c9e34ec"]',NULL);
INSERT INTO "journal" VALUES(4,4,'log','entries','["21c044477fd199b7"]',NULL);
INSERT INTO "journal" VALUES(5,5,'log','entries','["7a0247800f0dda5c"]',NULL);
INSERT INTO "journal" VALUES(6,6,'log','entries','["cf4c78d7eb05aef6"]',NULL);
INSERT INTO "journal" VALUES(7,7,'log','entries','["dedcc5fec965b099"]',NULL);
INSERT INTO "journal" VALUES(8,8,'log','entries','["7fa11d1d33ae9ee6"]',NULL);
INSERT INTO "journal" VALUES(9,9,'log','entries','["a3439d0b3b308fcc"]',NULL);
INSERT INTO "journal" VALUES(10,10,'log','entries','["4292a6e3fb69f852"]',NULL);
INSERT INTO "journal" VALUES(11,11,'log','entries','["7b3bead4c800ee43"]',NULL);
INSERT INTO "journal" VALUES(12,12,'log','entries','["be59748d4bf68db4"]',NULL);
INSERT INTO "journal" VALUES(13,13,'log','entries','["aea47921c265df8d"]',NULL);
INSERT INTO "journal" VALUES(14,14,'log','entries','["6e05f104f644c871"]',NULL);
INSERT INTO "journal" VALUES(15,15,'log','entries','["36939828276567a4"]',NULL);
INSERT INTO "journal" VALUES(16,16,'log','entries','["529f6643b80fa457"]',NULL);
INSERT INTO "journal" VALUES(17,17,'log','entries','["d955733219f7ee43"]',NULL);
INSERT INTO "journal" VALUES(18,18,'log','entries','["32990101c3bb3541"]',NULL);
INSERT INTO "journal" VALUES(19,19,'log','entries','["9c81e5da09c83e15"]',NULL);
INSERT INTO "journal" VALUES(20,20,'log','entries','["416fd7f5fc46b563"]',NULL);
INSERT INTO "journal" VALUES(21,21,'log','entries','["9a564917b4d47dc5"]',NULL);
INSERT INTO "journal" VALUES(22,22,'log','entries','["e50d48fae4092fd8"]',NULL);
INSERT INTO "journal" VALUES(23,23,'log','entries','["c61c8e521221a0bc"]',NULL);
INSERT INTO "journal" VALUES(24,24,'log','entries','["ab8890991198a5d6"]',NULL);
INSERT INTO "journal" VALUES(25,25,'log','entries','["fc0a3033e2b4deb0"]',NULL);
INSERT INTO "journal" VALUES(26,26,'log','entries','["bb3fab4eadeef0ff"]',NULL);
INSERT INTO "journal" VALUES(27,27,'log','entries','["2755d8c4e3a36432"]',NULL);
INSERT INTO "journal" VALUES(28,28,'log','entries','["4a212f4b499a6972"]',NULL);
INSERT INTO "journal" VALUES(29,29,'log','entries','["eb8ddd3f7b49b1e5"]',NULL);
INSERT INTO "journal" VALUES(30,30,'log','entries','["c70cd3e84afb7037"]',NULL);
INSERT INTO "journal" VALUES(31,31,'log','entries','["c6693368ff651652"]',NULL);
INSERT INTO "journal" VALUES(32,32,'log','entries','["01b1c3bb3b658403"]',NULL);
INSERT INTO "journal" VALUES(33,33,'log','entries','["dca91e69b021fb7e"]',NULL);
INSERT INTO "journal" VALUES(34,34,'log','entries','["a68bd8fc5408d4f3"]',NULL);
INSERT INTO "journal" VALUES(35,35,'log','entries','["73dad3403c4473eb"]',NULL);
INSERT INTO "journal" VALUES(36,36,'log','entries','["368ed8d2c4df9928"]',NULL);
INSERT INTO "journal" VALUES(37,37,'log','entries','["465fbe7ab1dc3e91"]',NULL);
INSERT INTO "journal" VALUES(38,38,'log','entries','["fa85ce83cc865c60"]',NULL);
INSERT INTO "journal" VALUES(39,39,'log','entries','["ac8a7c30dc047be2"]',NULL);
INSERT INTO "journal" VALUES(40,40,'log','entries','["56379ff32dbaa9c0"]',NULL);
INSERT INTO "journal" VALUES(41,41,'log','entries','["1fe5c9ee38012a67"]',NULL);
INSERT INTO "journal" VALUES(42,42,'log','entries','["b6cf621bb8c1cfb5"]',NULL);
INSERT INTO "journal" VALUES(43,43,'log','entries','["6c723d076d4048ed"]',NULL);
INSERT INTO "journal" VALUES(44,44,'log','entries','["973e46f4f852f7a3"]',NULL);
INSERT INTO "journal" VALUES(45,45,'log','entries','["1373a1fc3ab8b153"]',NULL);
INSERT INTO "journal" VALUES(46,46,'log','entries','["cb03bd86c01ca411"]',NULL);
INSERT INTO "journal" VALUES(47,47,'pause','pauses','["26635422"]',NULL);
INSERT INTO "journal" VALUES(48,48,'pause','pauses','["d96fe7bc"]',NULL);
INSERT INTO "journal" VALUES(49,49,'resume','pauses','["26635422"]','{"id": "26635422", "first": "2026-10-12", "last": "2026-10-16", "changed": "2026-10-01T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(50,50,'plan','plans','["2026-11-02"]',NULL);
INSERT INTO "journal" VALUES(51,51,'log','entries','["87f61ace168acf57"]',NULL);
INSERT INTO "journal" VALUES(52,52,'edit','entries','["87f61ace168acf57"]','{"number": 47, "id": "87f61ace168acf57", "at": "2026-11-02T10:05:07+01:00", "day": "2026-11-02", "action": "ask", "variation": "ask-answer-and-return", "level": 1, "note": "En der fulgte forslaget", "reach": null, "went": null, "masked": 0, "changed": "2026-11-02T09:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(53,53,'log','entries','["d180d16cbe20246a"]',NULL);
INSERT INTO "journal" VALUES(54,54,'delete','entries','["d180d16cbe20246a"]','{"number": 48, "id": "d180d16cbe20246a", "at": "2026-11-03T09:05:07+01:00", "day": "2026-11-03", "action": "ask", "variation": null, "level": null, "note": "et hemmeligt ord, der blev slettet", "reach": null, "went": null, "masked": 0, "changed": "2026-11-03T08:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(56,55,'reflect','reflections','["2026-11-02", "remember"]',NULL);
INSERT INTO "journal" VALUES(57,55,'reflect','reflections','["2026-11-02", "plan"]',NULL);
INSERT INTO "journal" VALUES(60,56,'reflect','plan_uses','["2026-11-09"]',NULL);
INSERT INTO "journal" VALUES(61,57,'reflect','plan_uses','["2026-11-02"]',NULL);
INSERT INTO "journal" VALUES(62,58,'edit','entries','["e1d926062c9e34ec"]','{"number": 3, "id": "e1d926062c9e34ec", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": null, "reach": null, "went": "ok", "masked": 0, "changed": "2026-05-08T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(63,59,'edit','entries','["e1d926062c9e34ec"]','{"number": 3, "id": "e1d926062c9e34ec", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": "rettet", "reach": null, "went": "ok", "masked": 0, "changed": "2026-11-12T08:05:07+00:00", "deleted": 0}');
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('seed','55e5bf5847f38f3f');
CREATE TABLE nudges (
  day TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  rhythm TEXT NOT NULL CHECK (rhythm IN ('daily', 'weekly')),
  channel TEXT,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO "nudges" VALUES('2026-11-09','2026-11-09T08:45:07+01:00','daily','desktop',1);
INSERT INTO "nudges" VALUES('2026-11-10','2026-11-10T08:45:07+01:00','daily','prompt',1);
INSERT INTO "nudges" VALUES('2026-11-11','2026-11-11T08:45:07+01:00','weekly','notify-send',0);
INSERT INTO "nudges" VALUES('2026-11-12','2026-11-12T08:45:07+01:00','daily',NULL,0);
CREATE TABLE pauses (
  id TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  last TEXT,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "pauses" VALUES('26635422','2026-10-12','2026-10-12','2026-10-13T07:05:07+00:00',0);
INSERT INTO "pauses" VALUES('d96fe7bc','2026-12-24',NULL,'2026-10-02T07:05:07+00:00',0);
CREATE TABLE plan_uses (
  monday TEXT PRIMARY KEY,
  used TEXT NOT NULL CHECK (used IN ('yes', 'partly', 'no')),
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "plan_uses" VALUES('2026-11-02','yes','2026-11-06T14:05:07+00:00',0);
INSERT INTO "plan_uses" VALUES('2026-11-09','partly','2026-11-13T14:05:07+00:00',0);
CREATE TABLE plans (
  day TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "plans" VALUES('2026-11-02','Når jeg henter kaffe, så spørger jeg én','2026-11-02T07:07:07+00:00',0);
INSERT INTO "plans" VALUES('2026-11-09','en plan, der blev fortrudt','2026-11-09T07:05:07.000001+00:00',1);
CREATE TABLE proposals (
  day TEXT NOT NULL,
  turn INTEGER NOT NULL,
  action TEXT NOT NULL,
  variation TEXT NOT NULL,
  level INTEGER NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (day, turn)
) STRICT, WITHOUT ROWID;
INSERT INTO "proposals" VALUES('2026-11-02',0,'ask','ask-what-surprised',1,'{"id": "ask-what-surprised", "action": "ask", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["corridor"], "reach": ["known"], "signs": ["wonder"], "rules": false, "source": "huang2017", "da": {"text": "Spørg en kollega, hvad der har overrasket mest på arbejdet i denne uge, og stil ét opfølgende spørgsmål.", "when": "Når I mødes ved kaffen.", "say": "Hvad har egentlig overrasket dig mest i denne uge?", "why": "I forsøg var det især opfølgende spørgsmål, der fik folk til at synes godt om den, der spurgte."}, "en": {"text": "Ask a colleague what has surprised them most at work this week, and ask one follow-up question.", "when": "When you meet over coffee.", "say": "What has surprised you most this week?", "why": "In the studies it was follow-up questions above all that made people like the asker."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-02',1,'ask','ask-answer-and-return',1,'{"id": "ask-answer-and-return", "action": "ask", "level": 1, "minutes": 2, "role": "all", "part": "receiver", "settings": ["corridor"], "reach": ["known", "new"], "signs": ["good-will"], "rules": false, "source": "huang2017", "da": {"text": "Svar med noget konkret, når en kollega spørger, hvordan det går, og spørg tilbage.", "when": "Når I mødes på gangen eller ved bilerne.", "say": "Jeg har endelig fået afsluttet en svær sag. Hvad er du i gang med?", "why": "Selv til speeddating var de, der fulgte op med spørgsmål, mere vellidte."}, "en": {"text": "Answer with something concrete when a colleague asks how things are going, and ask something back.", "when": "When you meet in the corridor or by the cars.", "say": "I''ve finally closed a tricky case. What are you busy with?", "why": "Even in speed dating, those who followed up with questions were better liked."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-03',0,'doubt','doubt-the-deadline',2,'{"id": "doubt-the-deadline", "action": "doubt", "level": 2, "minutes": 2, "role": "all", "part": "sender", "settings": ["corridor", "remote"], "reach": ["known", "across"], "signs": ["say-no", "speak-up"], "rules": false, "source": "givi2023", "da": {"text": "Sig, at du tvivler på en frist, i stedet for at sige ja med det samme.", "when": "Når du bliver bedt om at have noget klar til en bestemt dag.", "say": "Jeg tvivler på, at jeg når det til fredag. Hvad sker der, hvis det bliver mandag?", "why": "Et nej bliver tit taget pænere, end man frygter, i hvert fald når det gælder invitationer."}, "en": {"text": "Say that you doubt a deadline instead of agreeing to it on the spot.", "when": "When you are asked to have something ready by a certain day.", "say": "I doubt I''ll make it by Friday. What happens if it''s Monday?", "why": "A no is often taken better than feared, at least where invitations are concerned."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-09',0,'feedback','feedback-receive-where-the-template-sticks',2,'{"id": "feedback-receive-where-the-template-sticks", "action": "feedback", "level": 2, "minutes": 5, "role": "all", "part": "receiver", "settings": ["one-to-one", "remote"], "reach": ["known", "across"], "signs": ["speak-up", "good-intent"], "rules": true, "source": "zetlandegedal", "da": {"text": "Bed om at se, hvor din skabelon driller, før du forklarer, hvorfor den er lavet.", "when": "Når nogen bøvler med en skabelon eller en arbejdsgang, du har ansvar for.", "say": "Vis mig, hvor du går i stå. Så ser vi på, hvad vi overhovedet bruger feltet til.", "why": "De regler, der står i vejen, kan vise sig at være nogle, man selv har lavet."}, "en": {"text": "Ask to see where your template causes trouble before you explain why it is there.", "when": "When someone struggles with a template or a workflow you are responsible for.", "say": "Show me where you get stuck. Then we''ll look at what that box is for in the first place.", "why": "Rules that get in the way can turn out to be ones we made ourselves."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-13',0,'ask','ask-what-makes-it-unnecessary',2,'{"id": "ask-what-makes-it-unnecessary", "action": "ask", "level": 2, "minutes": 5, "role": "all", "part": "sender", "settings": ["one-to-one", "meeting"], "reach": ["known"], "signs": ["wonder"], "rules": true, "source": "vive2024", "da": {"text": "Spørg en kollega, hvad der ville gøre en af jeres egne regler overflødig.", "when": "Når I bliver sinket af en regel.", "say": "Hvad skulle der til, for at vi kunne klare os uden den her regel?", "why": "Kommuner med færre regler fik en mere tillidsbaseret styring, skriver VIVE."}, "en": {"text": "Ask a colleague what would make one of your own rules unnecessary.", "when": "When a rule holds you up today.", "say": "What would it take for us to manage without this rule?", "why": "Municipalities freed from rules came to manage more by trust, VIVE reports."}, "retired": false}');
CREATE TABLE reflections (
  monday TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key IN ('remember', 'learned', 'hard', 'friction', 'plan')),
  answer TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (monday, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "reflections" VALUES('2026-11-02','learned','et svar, der blev fortrudt','2026-11-06T13:03:07+00:00',1);
INSERT INTO "reflections" VALUES('2026-11-02','plan','Når fredag kommer, så siger jeg tak','2026-11-06T13:05:07.250000+00:00',0);
INSERT INTO "reflections" VALUES('2026-11-02','remember','Kaffen på tredje','2026-11-06T13:05:07.250000+00:00',0);
CREATE TABLE week_marks (
  monday TEXT PRIMARY KEY,
  ask INTEGER NOT NULL,
  doubt INTEGER NOT NULL,
  feedback INTEGER NOT NULL,
  entries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "week_marks" VALUES('2026-04-27',16,0,0,1);
INSERT INTO "week_marks" VALUES('2026-05-04',0,0,20,2);
INSERT INTO "week_marks" VALUES('2026-05-11',0,0,5,2);
INSERT INTO "week_marks" VALUES('2026-05-18',0,8,0,1);
INSERT INTO "week_marks" VALUES('2026-05-25',16,8,4,3);
INSERT INTO "week_marks" VALUES('2026-06-01',0,1,8,2);
INSERT INTO "week_marks" VALUES('2026-06-08',0,1,0,1);
INSERT INTO "week_marks" VALUES('2026-06-15',16,0,0,1);
INSERT INTO "week_marks" VALUES('2026-06-22',0,0,16,1);
INSERT INTO "week_marks" VALUES('2026-06-29',16,9,0,3);
INSERT INTO "week_marks" VALUES('2026-07-06',2,0,0,1);
INSERT INTO "week_marks" VALUES('2026-07-13',0,16,0,1);
INSERT INTO "week_marks" VALUES('2026-07-20',0,0,1,1);
INSERT INTO "week_marks" VALUES('2026-07-27',4,0,0,1);
INSERT INTO "week_marks" VALUES('2026-08-03',0,0,6,2);
INSERT INTO "week_marks" VALUES('2026-08-10',0,2,0,1);
INSERT INTO "week_marks" VALUES('2026-08-17',10,16,1,4);
INSERT INTO "week_marks" VALUES('2026-08-24',16,0,0,1);
INSERT INTO "week_marks" VALUES('2026-09-07',0,0,4,1);
INSERT INTO "week_marks" VALUES('2026-09-14',0,4,0,1);
INSERT INTO "week_marks" VALUES('2026-09-21',1,20,2,4);
INSERT INTO "week_marks" VALUES('2026-10-05',6,0,0,2);
INSERT INTO "week_marks" VALUES('2026-10-12',6,1,8,4);
INSERT INTO "week_marks" VALUES('2026-10-26',64,8,0,2);
INSERT INTO "week_marks" VALUES('2026-11-02',8,0,0,1);
INSERT INTO "week_marks" VALUES('2026-11-09',1,16,0,2);
INSERT INTO "week_marks" VALUES('2026-11-16',0,0,2,1);
CREATE INDEX entries_by_day ON entries (day, at, number) WHERE deleted = 0;
CREATE INDEX entries_at_level_two ON entries (level) WHERE deleted = 0 AND level = 2;
CREATE TRIGGER entry_added AFTER INSERT ON entries WHEN new.deleted = 0 BEGIN
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries) VALUES (
    date(new.day, '-6 days', 'weekday 1'),
    (new.action = 'ask') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'doubt') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'feedback') << ((strftime('%w', new.day) + 6) % 7),
    1)
  ON CONFLICT (monday) DO UPDATE SET
    ask = ask | excluded.ask,
    doubt = doubt | excluded.doubt,
    feedback = feedback | excluded.feedback,
    entries = entries + 1;
END;
CREATE VIEW recount AS SELECT monday FROM week_marks;
CREATE TRIGGER recounted INSTEAD OF INSERT ON recount BEGIN
  DELETE FROM week_marks WHERE monday = new.monday;
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries)
  SELECT
    new.monday,
    sum(DISTINCT (action = 'ask') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'doubt') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'feedback') << ((strftime('%w', day) + 6) % 7)),
    count(*)
  FROM entries
  WHERE deleted = 0 AND day BETWEEN new.monday AND date(new.monday, '+6 days')
  GROUP BY new.monday;
END;
CREATE TRIGGER entry_changed AFTER UPDATE OF day, action, deleted ON entries BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
  INSERT INTO recount VALUES (date(new.day, '-6 days', 'weekday 1'));
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entries WHEN old.deleted = 0 BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
END;
CREATE INDEX proposals_by_variation ON proposals (variation, day, turn);
CREATE INDEX journal_by_change ON journal (change);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('journal',63);
INSERT INTO "sqlite_sequence" VALUES('entries',49);
COMMIT;
