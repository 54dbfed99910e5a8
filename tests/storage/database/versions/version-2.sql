PRAGMA application_id = 1835625330;
PRAGMA user_version = 2;
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
INSERT INTO "entries" VALUES(1,'8f54fb052d42bbfb','2026-05-01T09:05:07+02:00','2026-05-01','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(2,'e9fc7217c6bbd544','2026-05-06T09:05:07+02:00','2026-05-06','feedback',NULL,NULL,NULL,'new',NULL,0,'2026-05-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(3,'0f2ce768b959f41e','2026-05-08T09:05:07+02:00','2026-05-08','feedback',NULL,NULL,'rettet',NULL,'ok',0,'2026-11-12T08:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(4,'a8b10304b8b97a75','2026-05-11T09:05:07+02:00','2026-05-11','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-05-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(5,'284f61c30ca9b03f','2026-05-13T09:05:07+02:00','2026-05-13','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-05-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(6,'eeca63903bddc1d2','2026-05-21T09:05:07+02:00','2026-05-21','doubt',NULL,NULL,NULL,NULL,'easy',0,'2026-05-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(7,'a79be5428c42a405','2026-05-27T09:05:07+02:00','2026-05-27','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”','new',NULL,0,'2026-05-27T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(8,'b624c21573197045','2026-05-28T09:05:07+02:00','2026-05-28','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-05-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(9,'5194512f5debe56d','2026-05-29T09:05:07+02:00','2026-05-29','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(10,'0a54a359c71130fa','2026-06-01T09:05:07+02:00','2026-06-01','doubt',NULL,NULL,'Et ''citat''; og -- mere','up',NULL,0,'2026-06-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(11,'690130e4b08ef1a9','2026-06-04T09:05:07+02:00','2026-06-04','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-06-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(12,'e720a6c791c79953','2026-06-08T09:05:07+02:00','2026-06-08','doubt',NULL,NULL,NULL,'across',NULL,0,'2026-06-08T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(13,'83b83c992bedbc49','2026-06-19T09:05:07+02:00','2026-06-19','ask',NULL,NULL,'Hun blev glad.','known',NULL,0,'2026-06-19T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(14,'173e3900846ceb92','2026-06-26T09:05:07+02:00','2026-06-26','feedback',NULL,NULL,NULL,NULL,'easy',0,'2026-06-26T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(15,'717f5fee906932c4','2026-06-29T09:05:07+02:00','2026-06-29','doubt',NULL,NULL,'Linje et
linje to','across','hard',0,'2026-06-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(16,'c7746c855022a49d','2026-07-02T09:05:07+02:00','2026-07-02','doubt',NULL,NULL,NULL,'new',NULL,0,'2026-07-02T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(17,'fb167de2ebec2296','2026-07-03T09:05:07+02:00','2026-07-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-03T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(18,'db900c2baf4a9d9c','2026-07-07T09:05:07+02:00','2026-07-07','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(19,'e462774e628e2831','2026-07-17T09:05:07+02:00','2026-07-17','doubt',NULL,NULL,'Linje et
linje to','up',NULL,0,'2026-07-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(20,'f7ac8d970765ca46','2026-07-20T09:05:07+02:00','2026-07-20','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'easy',0,'2026-07-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(21,'87fe179da58441d0','2026-07-29T09:05:07+02:00','2026-07-29','ask',NULL,NULL,'Hun blev glad.',NULL,'ok',0,'2026-07-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(22,'1c973a5253911561','2026-08-04T09:05:07+02:00','2026-08-04','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-08-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(23,'bdf399a66f5dae5f','2026-08-05T09:05:07+02:00','2026-08-05','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-08-05T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(24,'98df31a9fe4079e9','2026-08-11T09:05:07+02:00','2026-08-11','doubt',NULL,NULL,'Hun blev glad.','across','ok',0,'2026-08-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(25,'c3f67161ac05e868','2026-08-17T09:05:07+02:00','2026-08-17','feedback',NULL,NULL,NULL,NULL,'hard',0,'2026-08-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(26,'aec70dcbb6305c67','2026-08-18T09:05:07+02:00','2026-08-18','ask',NULL,NULL,'Et ''citat''; og -- mere','across','hard',0,'2026-08-18T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(27,'d26913382fb970a4','2026-08-20T09:05:07+02:00','2026-08-20','ask',NULL,NULL,NULL,'up','easy',0,'2026-08-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(28,'767acdd9a6030d88','2026-08-21T09:05:07+02:00','2026-08-21','doubt',NULL,NULL,'Hun blev glad.',NULL,'hard',0,'2026-08-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(29,'cb423d376281ab87','2026-08-28T09:05:07+02:00','2026-08-28','ask',NULL,NULL,'Et ''citat''; og -- mere','known',NULL,0,'2026-08-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(30,'f08c916e6ea084b3','2026-09-09T09:05:07+02:00','2026-09-09','feedback',NULL,NULL,NULL,NULL,'ok',0,'2026-09-09T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(31,'dc7070ab25482a21','2026-09-16T09:05:07+02:00','2026-09-16','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'ok',0,'2026-09-16T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(32,'c05ab551ce56d477','2026-09-21T09:05:07+02:00','2026-09-21','ask',NULL,NULL,NULL,'known',NULL,0,'2026-09-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(33,'86454c81b6b90d8e','2026-09-22T09:05:07+02:00','2026-09-22','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-09-22T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(34,'4ad92d3962f7c98f','2026-09-23T09:05:07+02:00','2026-09-23','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'hard',0,'2026-09-23T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(35,'91826620580fe7e3','2026-09-25T09:05:07+02:00','2026-09-25','doubt',NULL,NULL,'Et ''citat''; og -- mere','up','ok',0,'2026-09-25T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(36,'0823e8a91c00ac5e','2026-10-06T09:05:07+02:00','2026-10-06','ask',NULL,NULL,NULL,'up','ok',0,'2026-10-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(37,'9b18fc9894247c41','2026-10-07T09:05:07+02:00','2026-10-07','ask',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-10-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(38,'5ab4a8122c409b9f','2026-10-12T09:05:07+02:00','2026-10-12','doubt',NULL,NULL,'Linje et
linje to','across',NULL,0,'2026-10-12T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(39,'0499cc79146ec753','2026-10-13T09:05:07+02:00','2026-10-13','ask',NULL,NULL,'Hun blev glad.','known','hard',0,'2026-10-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(40,'cafae9aa473f2308','2026-10-14T09:05:07+02:00','2026-10-14','ask',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'ok',0,'2026-10-14T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(41,'e1d9ecb08acaaa4a','2026-10-15T09:05:07+02:00','2026-10-15','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-10-15T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(42,'bff7b715a68189c1','2026-10-29T09:05:07+02:00','2026-10-29','doubt',NULL,NULL,'Linje et
linje to',NULL,'easy',0,'2026-10-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(43,'ca11daa2fc7e38cd','2026-11-05T09:05:07+01:00','2026-11-05','ask',NULL,NULL,'Linje et
linje to',NULL,'hard',0,'2026-11-05T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(44,'2ecb3682dfcc3cf8','2026-11-09T09:05:07+01:00','2026-11-09','ask',NULL,NULL,'Hun blev glad.',NULL,NULL,0,'2026-11-09T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(45,'fc193786f57fcdbd','2026-11-13T09:05:07+01:00','2026-11-13','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-11-13T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(46,'358b2d5afb9629a6','2026-11-17T09:05:07+01:00','2026-11-17','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-11-17T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(47,'60cf06a905c798df','2026-11-01T10:00:00+01:00','2026-11-01','feedback',NULL,NULL,'Et andet ord',NULL,NULL,0,'2026-11-02T09:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(48,'e16fcf58a62da7d0','2026-11-03T09:05:07+01:00','2026-11-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-11-03T08:05:07.000001+00:00',1);
INSERT INTO "entries" VALUES(49,'7ceebb198aefa884','2026-11-03T09:02:07+01:00','2026-11-03','doubt','doubt-tone-of-a-draft',1,NULL,NULL,NULL,0,'2026-11-03T08:03:07+00:00',1);
CREATE TABLE journal (
  step INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL,
  command TEXT NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT
) STRICT;
INSERT INTO "journal" VALUES(1,1,'log','entries','["8f54fb052d42bbfb"]',NULL);
INSERT INTO "journal" VALUES(2,2,'log','entries','["e9fc7217c6bbd544"]',NULL);
INSERT INTO "journal" VALUES(3,3,'log','entries','["0f2ce768b959f41e"]',NULL);
INSERT INTO "journal" VALUES(4,4,'log','entries','["a8b10304b8b97a75"]',NULL);
INSERT INTO "journal" VALUES(5,5,'log','entries','["284f61c30ca9b03f"]',NULL);
INSERT INTO "journal" VALUES(6,6,'log','entries','["eeca63903bddc1d2"]',NULL);
INSERT INTO "journal" VALUES(7,7,'log','entries','["a79be5428c42a405"]',NULL);
INSERT INTO "journal" VALUES(8,8,'log','entries','["b624c21573197045"]',NULL);
INSERT INTO "journal" VALUES(9,9,'log','entries','["5194512f5debe56d"]',NULL);
INSERT INTO "journal" VALUES(10,10,'log','entries','["0a54a359c71130fa"]',NULL);
INSERT INTO "journal" VALUES(11,11,'log','entries','["690130e4b08ef1a9"]',NULL);
INSERT INTO "journal" VALUES(12,12,'log','entries','["e720a6c791c79953"]',NULL);
INSERT INTO "journal" VALUES(13,13,'log','entries','["83b83c992bedbc49"]',NULL);
INSERT INTO "journal" VALUES(14,14,'log','entries','["173e3900846ceb92"]',NULL);
INSERT INTO "journal" VALUES(15,15,'log','entries','["717f5fee906932c4"]',NULL);
INSERT INTO "journal" VALUES(16,16,'log','entries','["c7746c855022a49d"]',NULL);
INSERT INTO "journal" VALUES(17,17,'log','entries','["fb167de2ebec2296"]',NULL);
INSERT INTO "journal" VALUES(18,18,'log','entries','["db900c2baf4a9d9c"]',NULL);
INSERT INTO "journal" VALUES(19,19,'log','entries','["e462774e628e2831"]',NULL);
INSERT INTO "journal" VALUES(20,20,'log','entries','["f7ac8d970765ca46"]',NULL);
INSERT INTO "journal" VALUES(21,21,'log','entries','["87fe179da58441d0"]',NULL);
INSERT INTO "journal" VALUES(22,22,'log','entries','["1c973a5253911561"]',NULL);
INSERT INTO "journal" VALUES(23,23,'log','entries','["bdf399a66f5dae5f"]',NULL);
INSERT INTO "journal" VALUES(24,24,'log','entries','["98df31a9fe4079e9"]',NULL);
INSERT INTO "journal" VALUES(25,25,'log','entries','["c3f67161ac05e868"]',NULL);
INSERT INTO "journal" VALUES(26,26,'log','entries','["aec70dcbb6305c67"]',NULL);
INSERT INTO "journal" VALUES(27,27,'log','entries','["d26913382fb970a4"]',NULL);
INSERT INTO "journal" VALUES(28,28,'log','entries','["767acdd9a6030d88"]',NULL);
INSERT INTO "journal" VALUES(29,29,'log','entries','["cb423d376281ab87"]',NULL);
INSERT INTO "journal" VALUES(30,30,'log','entries','["f08c916e6ea084b3"]',NULL);
INSERT INTO "journal" VALUES(31,31,'log','entries','["dc7070ab25482a21"]',NULL);
INSERT INTO "journal" VALUES(32,32,'log','entries','["c05ab551ce56d477"]',NULL);
INSERT INTO "journal" VALUES(33,33,'log','entries','["86454c81b6b90d8e"]',NULL);
INSERT INTO "journal" VALUES(34,34,'log','entries','["4ad92d3962f7c98f"]',NULL);
INSERT INTO "journal" VALUES(35,35,'log','entries','["91826620580fe7e3"]',NULL);
INSERT INTO "journal" VALUES(36,36,'log','entries','["0823e8a91c00ac5e"]',NULL);
INSERT INTO "journal" VALUES(37,37,'log','entries','["9b18fc9894247c41"]',NULL);
INSERT INTO "journal" VALUES(38,38,'log','entries','["5ab4a8122c409b9f"]',NULL);
INSERT INTO "journal" VALUES(39,39,'log','entries','["0499cc79146ec753"]',NULL);
INSERT INTO "journal" VALUES(40,40,'log','entries','["cafae9aa473f2308"]',NULL);
INSERT INTO "journal" VALUES(41,41,'log','entries','["e1d9ecb08acaaa4a"]',NULL);
INSERT INTO "journal" VALUES(42,42,'log','entries','["bff7b715a68189c1"]',NULL);
INSERT INTO "journal" VALUES(43,43,'log','entries','["ca11daa2fc7e38cd"]',NULL);
INSERT INTO "journal" VALUES(44,44,'log','entries','["2ecb3682dfcc3cf8"]',NULL);
INSERT INTO "journal" VALUES(45,45,'log','entries','["fc193786f57fcdbd"]',NULL);
INSERT INTO "journal" VALUES(46,46,'log','entries','["358b2d5afb9629a6"]',NULL);
INSERT INTO "journal" VALUES(47,47,'pause','pauses','["4c9f97f1"]',NULL);
INSERT INTO "journal" VALUES(48,48,'pause','pauses','["f281f25d"]',NULL);
INSERT INTO "journal" VALUES(49,49,'resume','pauses','["4c9f97f1"]','{"id": "4c9f97f1", "first": "2026-10-12", "last": "2026-10-16", "changed": "2026-10-01T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(50,50,'plan','plans','["2026-11-02"]',NULL);
INSERT INTO "journal" VALUES(51,51,'log','entries','["60cf06a905c798df"]',NULL);
INSERT INTO "journal" VALUES(52,52,'edit','entries','["60cf06a905c798df"]','{"number": 47, "id": "60cf06a905c798df", "at": "2026-11-02T10:05:07+01:00", "day": "2026-11-02", "action": "feedback", "variation": "feedback-reply-to-the-all-staff-mail", "level": 2, "note": "En der fulgte forslaget", "reach": null, "went": null, "masked": 0, "changed": "2026-11-02T09:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(53,53,'log','entries','["e16fcf58a62da7d0"]',NULL);
INSERT INTO "journal" VALUES(54,54,'delete','entries','["e16fcf58a62da7d0"]','{"number": 48, "id": "e16fcf58a62da7d0", "at": "2026-11-03T09:05:07+01:00", "day": "2026-11-03", "action": "ask", "variation": null, "level": null, "note": "et hemmeligt ord, der blev slettet", "reach": null, "went": null, "masked": 0, "changed": "2026-11-03T08:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(56,55,'reflect','reflections','["2026-11-02", "remember"]',NULL);
INSERT INTO "journal" VALUES(57,55,'reflect','reflections','["2026-11-02", "plan"]',NULL);
INSERT INTO "journal" VALUES(60,56,'edit','entries','["0f2ce768b959f41e"]','{"number": 3, "id": "0f2ce768b959f41e", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": null, "reach": null, "went": "ok", "masked": 0, "changed": "2026-05-08T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(61,57,'edit','entries','["0f2ce768b959f41e"]','{"number": 3, "id": "0f2ce768b959f41e", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": "rettet", "reach": null, "went": "ok", "masked": 0, "changed": "2026-11-12T08:05:07+00:00", "deleted": 0}');
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('seed','664c2b94a06e2f4d');
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
INSERT INTO "pauses" VALUES('4c9f97f1','2026-10-12','2026-10-12','2026-10-13T07:05:07+00:00',0);
INSERT INTO "pauses" VALUES('f281f25d','2026-12-24',NULL,'2026-10-02T07:05:07+00:00',0);
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
INSERT INTO "proposals" VALUES('2026-11-02',0,'feedback','feedback-receive-praise-with-a-question',1,'{"id": "feedback-receive-praise-with-a-question", "action": "feedback", "level": 1, "minutes": 2, "role": "all", "part": "receiver", "settings": ["corridor", "one-to-one"], "reach": ["known", "new"], "signs": ["wonder", "good-will"], "rules": false, "source": "huang2017", "da": {"text": "Sig tak for ros, og spørg, hvad det helt præcist var, der virkede.", "when": "Når nogen siger noget pænt om dit arbejde.", "say": "Tak. Hvad var det, der virkede?", "why": "Den, der stiller opfølgende spørgsmål, bliver ofte mere vellidt."}, "en": {"text": "Answer praise with a thank-you and a question about exactly what worked.", "when": "When someone says something kind about your work.", "say": "Thank you. What was it that worked for you?", "why": "People tend to warm to those who ask follow-up questions."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-02',1,'feedback','feedback-reply-to-the-all-staff-mail',2,'{"id": "feedback-reply-to-the-all-staff-mail", "action": "feedback", "level": 2, "minutes": 2, "role": "all", "part": "sender", "settings": ["remote"], "reach": ["up", "across"], "signs": ["raise-up"], "rules": false, "source": "abiesber2022", "da": {"text": "Skriv til afsenderen af en fællesmail, hvad I mangler at vide for at kunne bruge den.", "when": "Når du sidder tilbage med et spørgsmål efter en mail fra forvaltningen.", "say": "Tak for en god vejledning. Vi mangler bare at vide, hvem der må bestille.", "why": "I et lille forsøg sagde meget få noget, selv om de havde set problemet."}, "en": {"text": "Reply to the author of an all-staff email with what you still need to know in order to use it.", "when": "When an email from the central administration leaves you with a question.", "say": "Thanks for a good guide. We just need to know who is allowed to order.", "why": "In a small trial very few said anything, even though they had noticed the problem."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-03',0,'doubt','doubt-tone-of-a-draft',1,'{"id": "doubt-tone-of-a-draft", "action": "doubt", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["one-to-one", "remote"], "reach": ["known"], "signs": ["ask-help"], "rules": false, "source": "bruk2018", "da": {"text": "Lad en kollega læse en mail, du tøver med at sende, og spørg, hvordan tonen virker.", "when": "Når en mail har ligget som kladde siden i går.", "say": "Jeg er i tvivl, om den lyder for skarp. Hvordan læser du den?", "why": "Andre ser ofte mildere på, at vi beder om hjælp, end vi selv gør."}, "en": {"text": "Let a colleague read an email you are hesitating to send, and ask how the tone comes across.", "when": "When an email has been sitting in drafts since yesterday.", "say": "I can''t tell if it sounds too sharp. How does it read to you?", "why": "Others often look more kindly on our asking for help than we do ourselves."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-09',0,'ask','ask-leave-it-unanswered',2,'{"id": "ask-leave-it-unanswered", "action": "ask", "level": 2, "minutes": 2, "role": "all", "part": "receiver", "settings": ["corridor"], "reach": ["known"], "signs": ["say-no", "good-intent"], "rules": false, "source": "borgerlyst", "da": {"text": "Lad være med at svare på noget, du helst vil holde for dig selv, og skift venligt emne.", "when": "Når et spørgsmål kommer tættere på, end du har lyst til.", "say": "Det vil jeg helst holde for mig selv. Hvad er du selv i gang med?", "why": "Ifølge Borgerlyst hører det med til en god mikrohandling, at man kan sige nej."}, "en": {"text": "Pass over a question you would rather not answer, and kindly change the subject.", "when": "When a question comes closer than you would like.", "say": "I''d rather keep that to myself. What are you working on?", "why": "Being able to say no is part of a good micro-action, according to Borgerlyst."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-13',0,'feedback','feedback-notes-for-the-next-reader',1,'{"id": "feedback-notes-for-the-next-reader", "action": "feedback", "level": 1, "minutes": 5, "role": "all", "part": "sender", "settings": ["corridor", "remote"], "reach": ["across"], "signs": ["wonder", "ask-help"], "rules": false, "source": "empathicinquiry", "da": {"text": "Spørg en fra en anden faggruppe, hvad der ville gøre dine notater lettere at arbejde videre med.", "when": "Når du har skrevet i en journal eller en sag, som andre også bruger.", "say": "Hvad leder du efter i mine notater uden at finde det?", "why": "Det er et godt spørgsmål, for du kender ikke svaret på forhånd."}, "en": {"text": "Ask someone from another profession what would make your notes easier to work from.", "when": "When you have written in a record or a case file that others use too.", "say": "What do you look for in my notes and not find?", "why": "It is a good question because you do not know the answer beforehand."}, "retired": false}');
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
INSERT INTO "week_marks" VALUES('2026-10-26',0,8,64,2);
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
INSERT INTO "sqlite_sequence" VALUES('journal',61);
INSERT INTO "sqlite_sequence" VALUES('entries',49);
COMMIT;
