PRAGMA application_id = 1835625330;
PRAGMA user_version = 1;
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
INSERT INTO "entries" VALUES(1,'859aba2973be955c','2026-05-01T09:05:07+02:00','2026-05-01','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(2,'175e9e9e9219c824','2026-05-06T09:05:07+02:00','2026-05-06','feedback',NULL,NULL,NULL,'new',NULL,0,'2026-05-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(3,'fe9714aae371c204','2026-05-08T09:05:07+02:00','2026-05-08','feedback',NULL,NULL,'rettet',NULL,'ok',0,'2026-11-12T08:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(4,'0f07db29545af58b','2026-05-11T09:05:07+02:00','2026-05-11','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-05-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(5,'7c8f86fb0f1627d2','2026-05-13T09:05:07+02:00','2026-05-13','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-05-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(6,'c45e6cc0d16739e7','2026-05-21T09:05:07+02:00','2026-05-21','doubt',NULL,NULL,NULL,NULL,'easy',0,'2026-05-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(7,'3e76410dc8d9b82b','2026-05-27T09:05:07+02:00','2026-05-27','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”','new',NULL,0,'2026-05-27T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(8,'cc481598163ce7fd','2026-05-28T09:05:07+02:00','2026-05-28','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-05-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(9,'c19935eda3ac71a6','2026-05-29T09:05:07+02:00','2026-05-29','ask',NULL,NULL,'Et ''citat''; og -- mere','new','easy',0,'2026-05-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(10,'f5103a38e2479039','2026-06-01T09:05:07+02:00','2026-06-01','doubt',NULL,NULL,'Et ''citat''; og -- mere','up',NULL,0,'2026-06-01T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(11,'39ce92f36161362b','2026-06-04T09:05:07+02:00','2026-06-04','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-06-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(12,'82d64a63951daf22','2026-06-08T09:05:07+02:00','2026-06-08','doubt',NULL,NULL,NULL,'across',NULL,0,'2026-06-08T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(13,'7fd50cf9d48ab20b','2026-06-19T09:05:07+02:00','2026-06-19','ask',NULL,NULL,'Hun blev glad.','known',NULL,0,'2026-06-19T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(14,'b85b61d1a9ca23e0','2026-06-26T09:05:07+02:00','2026-06-26','feedback',NULL,NULL,NULL,NULL,'easy',0,'2026-06-26T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(15,'9a704b6c63cd229d','2026-06-29T09:05:07+02:00','2026-06-29','doubt',NULL,NULL,'Linje et
linje to','across','hard',0,'2026-06-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(16,'a717996eeb9e298f','2026-07-02T09:05:07+02:00','2026-07-02','doubt',NULL,NULL,NULL,'new',NULL,0,'2026-07-02T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(17,'be3eb6b2e06ba46c','2026-07-03T09:05:07+02:00','2026-07-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-03T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(18,'ab27c24b0742f865','2026-07-07T09:05:07+02:00','2026-07-07','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-07-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(19,'7c4b0fe03231858e','2026-07-17T09:05:07+02:00','2026-07-17','doubt',NULL,NULL,'Linje et
linje to','up',NULL,0,'2026-07-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(20,'6ce62b01bd852d21','2026-07-20T09:05:07+02:00','2026-07-20','feedback',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'easy',0,'2026-07-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(21,'562915120de7e08f','2026-07-29T09:05:07+02:00','2026-07-29','ask',NULL,NULL,'Hun blev glad.',NULL,'ok',0,'2026-07-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(22,'c9e402500cfbc2a4','2026-08-04T09:05:07+02:00','2026-08-04','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-08-04T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(23,'ba372ea6bdef05f5','2026-08-05T09:05:07+02:00','2026-08-05','feedback',NULL,NULL,NULL,'up',NULL,0,'2026-08-05T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(24,'969a926678f571f0','2026-08-11T09:05:07+02:00','2026-08-11','doubt',NULL,NULL,'Hun blev glad.','across','ok',0,'2026-08-11T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(25,'5b8f0deb7a6ea442','2026-08-17T09:05:07+02:00','2026-08-17','feedback',NULL,NULL,NULL,NULL,'hard',0,'2026-08-17T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(26,'b388e2723f29457b','2026-08-18T09:05:07+02:00','2026-08-18','ask',NULL,NULL,'Et ''citat''; og -- mere','across','hard',0,'2026-08-18T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(27,'823908215e5957f2','2026-08-20T09:05:07+02:00','2026-08-20','ask',NULL,NULL,NULL,'up','easy',0,'2026-08-20T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(28,'910c8c41b87deabe','2026-08-21T09:05:07+02:00','2026-08-21','doubt',NULL,NULL,'Hun blev glad.',NULL,'hard',0,'2026-08-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(29,'b6b8f67806f36a48','2026-08-28T09:05:07+02:00','2026-08-28','ask',NULL,NULL,'Et ''citat''; og -- mere','known',NULL,0,'2026-08-28T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(30,'035548139b787880','2026-09-09T09:05:07+02:00','2026-09-09','feedback',NULL,NULL,NULL,NULL,'ok',0,'2026-09-09T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(31,'ee23c63d3803dbb0','2026-09-16T09:05:07+02:00','2026-09-16','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'ok',0,'2026-09-16T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(32,'4f98d9132dfdc20a','2026-09-21T09:05:07+02:00','2026-09-21','ask',NULL,NULL,NULL,'known',NULL,0,'2026-09-21T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(33,'680e4e016e388ae9','2026-09-22T09:05:07+02:00','2026-09-22','feedback',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-09-22T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(34,'faa09ef676bf510b','2026-09-23T09:05:07+02:00','2026-09-23','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,'hard',0,'2026-09-23T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(35,'b65e6047c4578999','2026-09-25T09:05:07+02:00','2026-09-25','doubt',NULL,NULL,'Et ''citat''; og -- mere','up','ok',0,'2026-09-25T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(36,'83fc626972415a91','2026-10-06T09:05:07+02:00','2026-10-06','ask',NULL,NULL,NULL,'up','ok',0,'2026-10-06T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(37,'bb1356929d34c8f1','2026-10-07T09:05:07+02:00','2026-10-07','ask',NULL,NULL,'Linje et
linje to',NULL,NULL,0,'2026-10-07T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(38,'f3a08d015470ba22','2026-10-12T09:05:07+02:00','2026-10-12','doubt',NULL,NULL,'Linje et
linje to','across',NULL,0,'2026-10-12T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(39,'9b98728170a2f052','2026-10-13T09:05:07+02:00','2026-10-13','ask',NULL,NULL,'Hun blev glad.','known','hard',0,'2026-10-13T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(40,'5c9d83f711014989','2026-10-14T09:05:07+02:00','2026-10-14','ask',NULL,NULL,'Hvad æder Åse? “Ål.”',NULL,'ok',0,'2026-10-14T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(41,'579f0a726f686f1a','2026-10-15T09:05:07+02:00','2026-10-15','feedback',NULL,NULL,NULL,NULL,NULL,0,'2026-10-15T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(42,'4f6a813810d3fe6e','2026-10-29T09:05:07+02:00','2026-10-29','doubt',NULL,NULL,'Linje et
linje to',NULL,'easy',0,'2026-10-29T07:05:07+00:00',0);
INSERT INTO "entries" VALUES(43,'d7745fb87dc4fb15','2026-11-05T09:05:07+01:00','2026-11-05','ask',NULL,NULL,'Linje et
linje to',NULL,'hard',0,'2026-11-05T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(44,'0c59d7b2f4020b7c','2026-11-09T09:05:07+01:00','2026-11-09','ask',NULL,NULL,'Hun blev glad.',NULL,NULL,0,'2026-11-09T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(45,'df0e2db17a695869','2026-11-13T09:05:07+01:00','2026-11-13','doubt',NULL,NULL,'Et ''citat''; og -- mere',NULL,NULL,0,'2026-11-13T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(46,'1913a38643e91d69','2026-11-17T09:05:07+01:00','2026-11-17','feedback',NULL,NULL,NULL,'across',NULL,0,'2026-11-17T08:05:07+00:00',0);
INSERT INTO "entries" VALUES(47,'038c3fe2a3d00f72','2026-11-01T10:00:00+01:00','2026-11-01','ask',NULL,NULL,'Et andet ord',NULL,NULL,0,'2026-11-02T09:05:07.000001+00:00',0);
INSERT INTO "entries" VALUES(48,'5bdf2ec8d02bc12c','2026-11-03T09:05:07+01:00','2026-11-03','ask',NULL,NULL,NULL,NULL,NULL,0,'2026-11-03T08:05:07.000001+00:00',1);
INSERT INTO "entries" VALUES(49,'5a61d02cc82d1b04','2026-11-03T09:02:07+01:00','2026-11-03','doubt',NULL,NULL,NULL,NULL,NULL,0,'2026-11-03T08:03:07+00:00',1);
CREATE TABLE journal (
  step INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL,
  command TEXT NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT
) STRICT;
INSERT INTO "journal" VALUES(1,1,'log','entries','["859aba2973be955c"]',NULL);
INSERT INTO "journal" VALUES(2,2,'log','entries','["175e9e9e9219c824"]',NULL);
INSERT INTO "journal" VALUES(3,3,'log','entries','["fe9714aae371c204"]',NULL);
INSERT INTO "journal" VALUES(4,4,'log','entries','["0f07db29545af58b"]',NULL);
INSERT INTO "journal" VALUES(5,5,'log','entries','["7c8f86fb0f1627d2"]',NULL);
INSERT INTO "journal" VALUES(6,6,'log','entries','["c45e6cc0d16739e7"]',NULL);
INSERT INTO "journal" VALUES(7,7,'log','entries','["3e76410dc8d9b82b"]',NULL);
INSERT INTO "journal" VALUES(8,8,'log','entries','["cc481598163ce7fd"]',NULL);
INSERT INTO "journal" VALUES(9,9,'log','entries','["c19935eda3ac71a6"]',NULL);
INSERT INTO "journal" VALUES(10,10,'log','entries','["f5103a38e2479039"]',NULL);
INSERT INTO "journal" VALUES(11,11,'log','entries','["39ce92f36161362b"]',NULL);
INSERT INTO "journal" VALUES(12,12,'log','entries','["82d64a63951daf22"]',NULL);
INSERT INTO "journal" VALUES(13,13,'log','entries','["7fd50cf9d48ab20b"]',NULL);
INSERT INTO "journal" VALUES(14,14,'log','entries','["b85b61d1a9ca23e0"]',NULL);
INSERT INTO "journal" VALUES(15,15,'log','entries','["9a704b6c63cd229d"]',NULL);
INSERT INTO "journal" VALUES(16,16,'log','entries','["a717996eeb9e298f"]',NULL);
INSERT INTO "journal" VALUES(17,17,'log','entries','["be3eb6b2e06ba46c"]',NULL);
INSERT INTO "journal" VALUES(18,18,'log','entries','["ab27c24b0742f865"]',NULL);
INSERT INTO "journal" VALUES(19,19,'log','entries','["7c4b0fe03231858e"]',NULL);
INSERT INTO "journal" VALUES(20,20,'log','entries','["6ce62b01bd852d21"]',NULL);
INSERT INTO "journal" VALUES(21,21,'log','entries','["562915120de7e08f"]',NULL);
INSERT INTO "journal" VALUES(22,22,'log','entries','["c9e402500cfbc2a4"]',NULL);
INSERT INTO "journal" VALUES(23,23,'log','entries','["ba372ea6bdef05f5"]',NULL);
INSERT INTO "journal" VALUES(24,24,'log','entries','["969a926678f571f0"]',NULL);
INSERT INTO "journal" VALUES(25,25,'log','entries','["5b8f0deb7a6ea442"]',NULL);
INSERT INTO "journal" VALUES(26,26,'log','entries','["b388e2723f29457b"]',NULL);
INSERT INTO "journal" VALUES(27,27,'log','entries','["823908215e5957f2"]',NULL);
INSERT INTO "journal" VALUES(28,28,'log','entries','["910c8c41b87deabe"]',NULL);
INSERT INTO "journal" VALUES(29,29,'log','entries','["b6b8f67806f36a48"]',NULL);
INSERT INTO "journal" VALUES(30,30,'log','entries','["035548139b787880"]',NULL);
INSERT INTO "journal" VALUES(31,31,'log','entries','["ee23c63d3803dbb0"]',NULL);
INSERT INTO "journal" VALUES(32,32,'log','entries','["4f98d9132dfdc20a"]',NULL);
INSERT INTO "journal" VALUES(33,33,'log','entries','["680e4e016e388ae9"]',NULL);
INSERT INTO "journal" VALUES(34,34,'log','entries','["faa09ef676bf510b"]',NULL);
INSERT INTO "journal" VALUES(35,35,'log','entries','["b65e6047c4578999"]',NULL);
INSERT INTO "journal" VALUES(36,36,'log','entries','["83fc626972415a91"]',NULL);
INSERT INTO "journal" VALUES(37,37,'log','entries','["bb1356929d34c8f1"]',NULL);
INSERT INTO "journal" VALUES(38,38,'log','entries','["f3a08d015470ba22"]',NULL);
INSERT INTO "journal" VALUES(39,39,'log','entries','["9b98728170a2f052"]',NULL);
INSERT INTO "journal" VALUES(40,40,'log','entries','["5c9d83f711014989"]',NULL);
INSERT INTO "journal" VALUES(41,41,'log','entries','["579f0a726f686f1a"]',NULL);
INSERT INTO "journal" VALUES(42,42,'log','entries','["4f6a813810d3fe6e"]',NULL);
INSERT INTO "journal" VALUES(43,43,'log','entries','["d7745fb87dc4fb15"]',NULL);
INSERT INTO "journal" VALUES(44,44,'log','entries','["0c59d7b2f4020b7c"]',NULL);
INSERT INTO "journal" VALUES(45,45,'log','entries','["df0e2db17a695869"]',NULL);
INSERT INTO "journal" VALUES(46,46,'log','entries','["1913a38643e91d69"]',NULL);
INSERT INTO "journal" VALUES(47,47,'pause','pauses','["ffa24a24"]',NULL);
INSERT INTO "journal" VALUES(48,48,'pause','pauses','["4ff78b40"]',NULL);
INSERT INTO "journal" VALUES(49,49,'resume','pauses','["ffa24a24"]','{"id": "ffa24a24", "first": "2026-10-12", "last": "2026-10-16", "changed": "2026-10-01T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(50,50,'plan','plans','["2026-11-02"]',NULL);
INSERT INTO "journal" VALUES(51,51,'log','entries','["038c3fe2a3d00f72"]',NULL);
INSERT INTO "journal" VALUES(52,52,'edit','entries','["038c3fe2a3d00f72"]','{"number": 47, "id": "038c3fe2a3d00f72", "at": "2026-11-02T10:05:07+01:00", "day": "2026-11-02", "action": "ask", "variation": "ask-best-part-of-the-shift", "level": 1, "note": "En der fulgte forslaget", "reach": null, "went": null, "masked": 0, "changed": "2026-11-02T09:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(53,53,'log','entries','["5bdf2ec8d02bc12c"]',NULL);
INSERT INTO "journal" VALUES(54,54,'delete','entries','["5bdf2ec8d02bc12c"]','{"number": 48, "id": "5bdf2ec8d02bc12c", "at": "2026-11-03T09:05:07+01:00", "day": "2026-11-03", "action": "ask", "variation": null, "level": null, "note": "et hemmeligt ord, der blev slettet", "reach": null, "went": null, "masked": 0, "changed": "2026-11-03T08:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(56,55,'reflect','reflections','["2026-11-02", "remember"]',NULL);
INSERT INTO "journal" VALUES(57,55,'reflect','reflections','["2026-11-02", "plan"]',NULL);
INSERT INTO "journal" VALUES(60,56,'edit','entries','["fe9714aae371c204"]','{"number": 3, "id": "fe9714aae371c204", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": null, "reach": null, "went": "ok", "masked": 0, "changed": "2026-05-08T07:05:07+00:00", "deleted": 0}');
INSERT INTO "journal" VALUES(61,57,'edit','entries','["fe9714aae371c204"]','{"number": 3, "id": "fe9714aae371c204", "at": "2026-05-08T09:05:07+02:00", "day": "2026-05-08", "action": "feedback", "variation": null, "level": null, "note": "rettet", "reach": null, "went": "ok", "masked": 0, "changed": "2026-11-12T08:05:07+00:00", "deleted": 0}');
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('seed','d4134bc427d7ac88');
CREATE TABLE pauses (
  id TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  last TEXT,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "pauses" VALUES('4ff78b40','2026-12-24',NULL,'2026-10-02T07:05:07+00:00',0);
INSERT INTO "pauses" VALUES('ffa24a24','2026-10-12','2026-10-12','2026-10-13T07:05:07+00:00',0);
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
INSERT INTO "proposals" VALUES('2026-11-02',0,'ask','ask-rule-worth-keeping',1,'{"id": "ask-rule-worth-keeping", "action": "ask", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["corridor", "meeting"], "reach": ["known"], "signs": ["good-will", "wonder"], "rules": true, "source": "forenklingsbank", "da": {"text": "Spørg en kollega, hvilken af jeres egne regler der faktisk gør arbejdet lettere.", "when": "Når snakken på stuen, på kontoret eller i bilen falder på bøvl.", "say": "Hvilken af vores regler er du glad for, at vi har?", "why": "En regel kan være meningsløs ét sted og nødvendig et andet, skriver KL."}, "en": {"text": "Ask a colleague which of your own rules actually makes the work easier.", "when": "When talk in the classroom, the office or the van turns to red tape.", "say": "Which of our rules are you glad we have?", "why": "A rule can be meaningless in one place and necessary in another, KL writes."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-02',1,'ask','ask-best-part-of-the-shift',1,'{"id": "ask-best-part-of-the-shift", "action": "ask", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["corridor", "meeting"], "reach": ["known"], "signs": ["good-will"], "rules": false, "source": "vptdialogkort", "da": {"text": "Spørg den, du afløser, hvad der lykkedes bedst på vagten.", "when": "Når I mødes til vagtskifte eller overlevering.", "say": "Hvad gik rigtig godt hos jer i dag?", "why": "Hvor det er svært at tale frit, foreslår SPARK at begynde med styrkerne."}, "en": {"text": "Ask the person you are taking over from what went best on their shift.", "when": "When you meet at the handover.", "say": "What went really well for you today?", "why": "Where it is hard to speak freely, SPARK suggests beginning with strengths."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-03',0,'feedback','feedback-receive-where-the-template-sticks',2,'{"id": "feedback-receive-where-the-template-sticks", "action": "feedback", "level": 2, "minutes": 5, "role": "all", "part": "receiver", "settings": ["one-to-one", "remote"], "reach": ["known", "across"], "signs": ["speak-up", "good-intent"], "rules": true, "source": "zetlandegedal", "da": {"text": "Bed om at se, hvor din skabelon driller, før du forklarer, hvorfor den er lavet.", "when": "Når nogen bøvler med en skabelon eller en arbejdsgang, du har ansvar for.", "say": "Vis mig, hvor du går i stå. Så ser vi på, hvad vi overhovedet bruger feltet til.", "why": "De regler, der står i vejen, kan vise sig at være nogle, man selv har lavet."}, "en": {"text": "Ask to see where your template causes trouble before you explain why it is there.", "when": "When someone struggles with a template or a workflow you are responsible for.", "say": "Show me where you get stuck. Then we''ll look at what that box is for in the first place.", "why": "Rules that get in the way can turn out to be ones we made ourselves."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-09',0,'doubt','doubt-check-what-we-agreed',1,'{"id": "doubt-check-what-we-agreed", "action": "doubt", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["remote"], "reach": ["across", "known"], "signs": ["good-intent", "speak-up"], "rules": false, "source": "empathicinquiry", "da": {"text": "Skriv til en, du har holdt møde med, og nævn den aftale, du er blevet i tvivl om.", "when": "Når du sidder med dine noter efter et møde.", "say": "Jeg er i tvivl om, hvem af os der ringer til skolen. Hvad aftalte vi?", "why": "Et spørgsmål, man ikke kan svare ja eller nej til, giver plads til at forklare."}, "en": {"text": "Write to someone you have met with, and mention the point you are no longer sure you agreed on.", "when": "When you go through your notes after a meeting.", "say": "I''m not sure which of us is ringing the school. What did we agree?", "why": "A question that cannot be answered yes or no leaves room to explain."}, "retired": false}');
INSERT INTO "proposals" VALUES('2026-11-13',0,'ask','ask-beyond-the-mails',1,'{"id": "ask-beyond-the-mails", "action": "ask", "level": 1, "minutes": 2, "role": "all", "part": "sender", "settings": ["remote"], "reach": ["new", "across"], "signs": ["wonder"], "rules": false, "source": "schein2013", "da": {"text": "Spørg en, du kun kender fra mail, hvad arbejdsdagen mest går med.", "when": "Når du alligevel svarer på en mail fra en anden afdeling.", "say": "Vi to skriver jo tit sammen. Hvad går din dag mest med?", "why": "Ifølge Schein er det svært at arbejde sammen på tværs af fag uden at kunne spørge."}, "en": {"text": "Ask someone you know only by email what most of their working day goes on.", "when": "When you are replying to another department anyway.", "say": "We email each other a lot. What does most of your day go on?", "why": "According to Schein, it is hard to work across professions without knowing how to ask."}, "retired": false}');
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
INSERT INTO "sqlite_sequence" VALUES('journal',61);
INSERT INTO "sqlite_sequence" VALUES('entries',49);
COMMIT;
