-- A store as the server of the first schema wrote it: jobs of every status, an action type, a tombstone and a client.

BEGIN TRANSACTION;
CREATE TABLE action_execution (
    -- The order of adding. Never used again: jobs of an action that is being removed are longer there than itself.
    seq                INTEGER PRIMARY KEY AUTOINCREMENT,
    id                 TEXT NOT NULL UNIQUE,
    account            TEXT NOT NULL,       -- REGION/ID
    action_type        TEXT NOT NULL,       -- an action type may go, its actions stay
    query_value        TEXT NOT NULL,       -- empty if the action type has no queryable property
    client             TEXT,                -- none of custom actions
    input              TEXT NOT NULL,       -- JSON
    secrets_key        TEXT,                -- the id of the key that secrets in the input are sealed with
    settings           TEXT NOT NULL,       -- JSON, as it was when the action started,
    dispatch_lease     INTEGER NOT NULL,    -- like the three that follow
    job_timeout        INTEGER NOT NULL,
    action_timeout     INTEGER NOT NULL,
    continuation_delay INTEGER NOT NULL,
    started_at         INTEGER NOT NULL
) STRICT;
INSERT INTO "action_execution" VALUES(1,'caa2da48-5fe7-3ce2-8106-de90c978d448','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(2,'c3e3a6ef-cae6-3a45-a0ac-e1e896e7d7a1','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(3,'77354d70-8037-30df-a482-faf52b45accb','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(4,'7f4f6948-e8f8-3c30-9154-e0ab5ab85b4e','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(5,'29da3e41-fa7b-3a30-8395-480b8d1c7ccc','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(6,'9b8ff455-f5f6-351e-862f-588723ca069e','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(7,'030b7e90-a521-39b7-bc9f-8f5ac646cafa','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
INSERT INTO "action_execution" VALUES(8,'54c6f090-04bd-3fe3-862a-5819ce18ef6e','eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','','0a1b2c3d-0000-4000-8000-00000000c11e','{"configuration":{"Zebra":"a \"quoted\" value\nof two lines","Schlüssel":{"secret":"Wert \\ 値 🔑"},"Apple":"c"},"pipelineContext":{"pipelineName":"Pipeline.Name","stageName":"Stage-Name","actionName":"Action_Name","pipelineArn":"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name","pipelineExecutionId":"5f1ed000-1111-4222-8333-444444444444"},"inputArtifacts":[{"name":"InputOne","revision":"revision-one","s3Location":{"bucketName":"bucket-in-one","objectKey":"key/in/eins-ä.zip"}},{"name":"InputTwo"}],"outputArtifacts":[{"name":"OutputOne","s3Location":{"bucketName":"bucket-out-one","objectKey":"key/out/one"}},{"name":"OutputTwo","revision":"revision-two"}],"encryptionKey":{"id":"alias/the-key","type":"KMS"}}',NULL,'{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"}',61000,602000,3603000,34000,1772600767089);
CREATE TABLE action_type (
    account            TEXT NOT NULL,        -- REGION/ID
    id                 TEXT NOT NULL,        -- owner/category/provider/version
    dispatch_lease     INTEGER NOT NULL,
    job_timeout        INTEGER NOT NULL,
    action_timeout     INTEGER NOT NULL,
    continuation_delay INTEGER NOT NULL,
    definition         TEXT NOT NULL,   -- JSON, like the two that follow
    declaration        TEXT NOT NULL,
    tags               TEXT NOT NULL,
    deleted            INTEGER NOT NULL, -- 1 for a tombstone, which keeps its name from being used otherwise
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "action_type" VALUES('eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1',61000,602000,3603000,34000,'{"settings":{"thirdPartyConfigurationUrl":"https://example.com/sign-up","entityUrlTemplate":"https://example.com/{Config:Apple}","executionUrlTemplate":"https://example.com/run/{ExternalExecutionId}","revisionUrlTemplate":"https://example.com/revision/{RevisionId}"},"configurationProperties":[{"name":"Apple","required":true,"key":true,"secret":false,"queryable":false,"type":"Number","description":"läuft 🏃"},{"name":"Schlüssel","required":false,"key":true,"secret":true,"queryable":false,"type":"String"}],"inputArtifactDetails":{"minimumCount":1,"maximumCount":3},"outputArtifactDetails":{"minimumCount":0,"maximumCount":5}}','{}','{"Abteilung":"Prüfung"}',0);
INSERT INTO "action_type" VALUES('eu-central-1/210987654321','Custom/Build/Own-Provider/3',60000,3600000,86400000,30000,'{"settings":{},"configurationProperties":[],"inputArtifactDetails":{"minimumCount":0,"maximumCount":5},"outputArtifactDetails":{"minimumCount":0,"maximumCount":5}}','{}','{}',1);
CREATE TABLE client (
    account    TEXT NOT NULL, -- REGION/ID
    id         TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "client" VALUES('eu-central-1/123456789012','0a1b2c3d-0000-4000-8000-00000000c11e','2f4ec5e39bff4187b8166844f6eecf5ab5544111cfca2ece9031a2a9c01d6172');
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','jobs','SQL','V1__jobs.sql',491722091,'','2026-11-26 14:25:19.082',5,1);
CREATE TABLE job (
    seq                INTEGER PRIMARY KEY, -- the order of adding
    id                 TEXT NOT NULL UNIQUE,
    action_execution   INTEGER NOT NULL,    -- the seq of one, which may be removed before its jobs are
    number             INTEGER NOT NULL,
    continuation_token TEXT,                -- JSON
    due_at             INTEGER NOT NULL,
    -- Moves change what follows.
    status             TEXT NOT NULL,
    nonce              TEXT,
    until              INTEGER,
    progress           TEXT NOT NULL,       -- JSON
    transitions        TEXT NOT NULL,       -- status@time, separated by blanks, the latest last
    invocations        TEXT NOT NULL,       -- fingerprints, separated by blanks
    next_change_at     INTEGER,             -- follows from the others, for the indexes, like the five below
    action_ended_at    INTEGER,             -- of the last job of an action that has ended
    account            TEXT NOT NULL,
    action_type        TEXT NOT NULL,
    query_value        TEXT NOT NULL,
    action_deadline    INTEGER NOT NULL,
    UNIQUE (action_execution, number)
) STRICT;
INSERT INTO "job" VALUES(1,'a8737618-3fa5-389c-8079-12e0a324f254',1,1,NULL,1772600767089,'Succeeded','nonce-3',NULL,'{"summary":"läuft 🏃 läuft","externalExecutionId":"external-42","percentComplete":37,"currentRevision":{"revision":"the-revision","changeIdentifier":"the-change","created":1766600360123,"revisionSummary":"Größere Änderung 変更"}}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089 InProgress@1772600767089 Succeeded@1772600767089','sWsoSV-fW-t-Vm2WU_he57ZOP97u9wx-4QkU1Aoz0Vo xRmz7Bq8gXWAf_4uarxbqTQGIeWK6P29JE0dlmKppjg',NULL,NULL,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(2,'b7898732-3488-3492-bfe8-52836785ffb5',1,2,'"token of a8737618-3fa5-389c-8079-12e0a324f254"',1772600801089,'Created',NULL,NULL,'{"summary":"läuft 🏃 läuft","externalExecutionId":"external-42","percentComplete":37,"currentRevision":{"revision":"the-revision","changeIdentifier":"the-change","created":1766600360123,"revisionSummary":"Größere Änderung 変更"}}','Created@1772600767089','',1772600801089,NULL,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(3,'2cbddfa6-4a90-3001-b81e-f430ce113fdb',2,1,NULL,1772600767089,'Queued',NULL,NULL,'{}','Created@1772600767089 Queued@1772600767089','',1772604370089,NULL,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(4,'6e755ef0-4543-3b13-bfde-08d69844d0c1',3,1,NULL,1772600767089,'Dispatched','nonce-11',1772600828089,'{}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089','',1772600828089,NULL,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(5,'75b03aae-bc6c-37a1-a47e-212c28b3780c',4,1,NULL,1772600767089,'InProgress','nonce-14',1772601369089,'{}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089 InProgress@1772600767089','rsT0eFd8KhzkIATtRbuV8Ys4uZRchldruV3c00Cpd-I',1772601369089,NULL,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(6,'acf9e4cb-80d1-3a32-b824-e8fa34eb1798',5,1,NULL,1772600767089,'Succeeded','nonce-18',NULL,'{"summary":"läuft 🏃 läuft","externalExecutionId":"external-42","percentComplete":37,"currentRevision":{"revision":"the-revision","changeIdentifier":"the-change","created":1766600360123,"revisionSummary":"Größere Änderung 変更"}}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089 InProgress@1772600767089 Succeeded@1772600767089','ADkeJ9CKxKg5OoROwF5zibE9kZnEZrgn9z4aKxl13Mk QXmjcSduNM54yl8uhTS_mT2-Gs3g5w7Iva7B7L3PBHQ',NULL,1772600767089,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(7,'640e582a-6f52-3103-b868-2ed0d508b9f8',6,1,NULL,1772600767089,'Failed','nonce-24',NULL,'{"externalExecutionId":"external-failed","errorDetails":{"code":"RevisionUnavailable","message":"Die Prüfung schlug fehl: \"¿qué?\" 失敗"}}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089 InProgress@1772600767089 Failed@1772600767089','SINvhT_wDiz9Q32Y66RPSzrBs_B7E-5tI5twtnx7eNE tjXuCeOhDviQJtoqTARNwgSEtV2Gbm6Iq3V2g5vabe0',NULL,1772600767089,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(8,'920011d4-0810-3f07-bd51-b8646eb37484',7,1,NULL,1772600767089,'TimedOut',NULL,NULL,'{"errorDetails":{"code":"ActionTimedOut","message":"The action timed out after 3603 seconds."}}','Created@1772600767089 Queued@1772600767089 TimedOut@1772604370089','',NULL,1772604370089,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
INSERT INTO "job" VALUES(9,'3ce5f6c9-cfe4-3019-91ee-81f46f925edd',8,1,NULL,1772600767089,'Abandoned','nonce-31',NULL,'{}','Created@1772600767089 Queued@1772600767089 Dispatched@1772600767089 InProgress@1772600767089 Abandoned@1772600767089','4XLE2jvmvdnSWpklq5OQ2gz3RoCtyqixv8NTo1eBDrw',NULL,1772600767089,'eu-central-1/123456789012','ThirdParty/Test/Some-Provider/v_1','',1772604370089);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX action_sealed ON action_execution (secrets_key)
    WHERE secrets_key IS NOT NULL;
CREATE INDEX action_by_account ON action_execution (account);
CREATE INDEX job_by_account ON job (account);
CREATE INDEX job_by_status ON job (status, account);
CREATE INDEX job_queued ON job (account, action_type, query_value, due_at, seq, action_deadline)
    WHERE status = 'Queued';
CREATE INDEX job_waiting ON job (account, action_type, query_value, next_change_at, due_at, seq, action_deadline)
    WHERE status IN ('Created', 'Dispatched');
CREATE INDEX job_changing ON job (next_change_at)
    WHERE next_change_at IS NOT NULL;
CREATE INDEX job_ended ON job (action_ended_at)
    WHERE action_ended_at IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('action_execution',8);
COMMIT;
