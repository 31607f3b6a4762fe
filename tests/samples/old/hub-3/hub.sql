SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA dashboard;
CREATE SCHEMA "desk_WR_GP1Ym8PTTyUUE";
CREATE SCHEMA hub;
CREATE COLLATION hub.nocase (provider = icu, deterministic = false, locale = 'und-u-ks-level2');
CREATE FUNCTION hub.append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_ARGV[0]; END $$;
CREATE FUNCTION hub.desk_each(told text) RETURNS TABLE(value text)
    LANGUAGE sql IMMUTABLE STRICT ROWS 100
    AS $$ SELECT each COLLATE "C" FROM jsonb_array_elements_text(told::jsonb) AS each $$;
CREATE FUNCTION hub.desk_folded(words text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036f]', '', 'g') $$;
CREATE FUNCTION hub.desk_sought(asked text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT to_tsquery('simple', regexp_replace(regexp_replace(desk_folded(asked), '"([^"]*)"\*', '\1:*', 'g'),
        ' +', ' & ', 'g')) $$;
CREATE FUNCTION hub.heard_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN UPDATE turn SET heard = heard + 1; RETURN NULL; END $$;
CREATE FUNCTION hub.instr(told bytea, part bytea) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT position(part IN told) $$;
CREATE FUNCTION hub.instr(told text, part text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT strpos(told, part) $$;
CREATE FUNCTION hub.json_extract(told text, path text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    AS $$ SELECT told::jsonb #>> string_to_array(substr(path, 3), '.') $$;
CREATE FUNCTION hub.json_valid(told text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$ BEGIN PERFORM told::jsonb; RETURN TRUE; EXCEPTION WHEN others THEN RETURN FALSE; END $$;
CREATE FUNCTION hub.may_read(told text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'hub'
    AS $$ SELECT EXISTS (SELECT 1 FROM reading WHERE reader = session_user AND scope IN (told, '*')) $$;
CREATE FUNCTION hub.min(one text, other text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT least(one COLLATE "C", other COLLATE "C") $$;
CREATE FUNCTION hub.min(one text, other text, third text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT least(one COLLATE "C", other COLLATE "C", third COLLATE "C") $$;
CREATE FUNCTION hub.statements_came() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM came JOIN stream ON stream.s = came.stream WHERE stream.audience = 'control') THEN
        UPDATE turn SET heard = heard + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION hub.typeof(told text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT CASE WHEN told IS NULL THEN 'null' ELSE 'text' END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE hub.promise (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    check_in text COLLATE pg_catalog."C",
    observation text COLLATE pg_catalog."C",
    owner text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    why_dropped text COLLATE pg_catalog."C",
    reviewed text COLLATE pg_catalog."C"
);
CREATE VIEW dashboard.promises_by_month WITH (security_invoker='true') AS
 SELECT told.month,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.number
        END AS number,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.per
        END AS per
   FROM ( SELECT counted.month,
            counted.number,
            counted.per,
            (((counted.number >= 1) AND (counted.number <= 4)) OR (((counted.per - counted.number) >= 1) AND ((counted.per - counted.number) <= 4))) AS few
           FROM ( SELECT substr(promise.due, 1, 7) AS month,
                    count(*) FILTER (WHERE (promise.state = 'done'::text)) AS number,
                    count(*) AS per
                   FROM hub.promise
                  WHERE ((promise.gone = 0) AND (promise.due IS NOT NULL))
                  GROUP BY (substr(promise.due, 1, 7))) counted) told;
CREATE TABLE hub.referral (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    source text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    member text COLLATE pg_catalog."C",
    service text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    way text COLLATE pg_catalog."C",
    ground text COLLATE pg_catalog."C",
    agreed_by text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    feedback text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
CREATE VIEW dashboard.referrals_by_month WITH (security_invoker='true') AS
 SELECT told.month,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.number
        END AS number,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.per
        END AS per
   FROM ( SELECT counted.month,
            counted.number,
            counted.per,
            (((counted.number >= 1) AND (counted.number <= 4)) OR (((counted.per - counted.number) >= 1) AND ((counted.per - counted.number) <= 4))) AS few
           FROM ( SELECT substr(referral.day, 1, 7) AS month,
                    count(*) FILTER (WHERE (referral.state = 'completed'::text)) AS number,
                    count(*) AS per
                   FROM hub.referral
                  WHERE ((referral.gone = 0) AND (referral.day IS NOT NULL))
                  GROUP BY (substr(referral.day, 1, 7))) counted) told;
CREATE TABLE hub.request (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    asked_by text COLLATE pg_catalog."C",
    named text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    theme text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    reply_by text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    answer text COLLATE pg_catalog."C",
    replied_on text COLLATE pg_catalog."C",
    replied_by text COLLATE pg_catalog."C",
    told_on text COLLATE pg_catalog."C"
);
CREATE VIEW dashboard.requests_by_month WITH (security_invoker='true') AS
 SELECT told.month,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.number
        END AS number,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.per
        END AS per
   FROM ( SELECT counted.month,
            counted.number,
            counted.per,
            (((counted.number >= 1) AND (counted.number <= 4)) OR (((counted.per - counted.number) >= 1) AND ((counted.per - counted.number) <= 4))) AS few
           FROM ( SELECT substr(request.day, 1, 7) AS month,
                    count(*) FILTER (WHERE (request.replied_on IS NOT NULL)) AS number,
                    count(*) AS per
                   FROM hub.request
                  WHERE ((request.gone = 0) AND (request.day IS NOT NULL))
                  GROUP BY (substr(request.day, 1, 7))) counted) told;
CREATE TABLE hub.check_in (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    worded text COLLATE pg_catalog."C",
    submission text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    danger text COLLATE pg_catalog."C",
    only_told text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    type text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    minutes bigint,
    next_day text COLLATE pg_catalog."C",
    not_held text COLLATE pg_catalog."C",
    mode text COLLATE pg_catalog."C",
    private bigint,
    review_of text COLLATE pg_catalog."C",
    safe_now text COLLATE pg_catalog."C",
    needs text COLLATE pg_catalog."C",
    how_are_you text COLLATE pg_catalog."C",
    urgent text COLLATE pg_catalog."C",
    the_work text COLLATE pg_catalog."C",
    situation text COLLATE pg_catalog."C",
    happened text COLLATE pg_catalog."C",
    was_like text COLLATE pg_catalog."C",
    made_of_it text COLLATE pg_catalog."C",
    what_next text COLLATE pg_catalog."C",
    helps text COLLATE pg_catalog."C",
    links text COLLATE pg_catalog."C",
    evidence text COLLATE pg_catalog."C",
    decision text COLLATE pg_catalog."C",
    carried text COLLATE pg_catalog."C",
    power text COLLATE pg_catalog."C",
    team_picture text COLLATE pg_catalog."C",
    learning text COLLATE pg_catalog."C",
    organisation text COLLATE pg_catalog."C",
    boundaries text COLLATE pg_catalog."C",
    went_well text COLLATE pg_catalog."C",
    her_words text COLLATE pg_catalog."C",
    plan text COLLATE pg_catalog."C",
    agreed_on text COLLATE pg_catalog."C",
    how_agreed text COLLATE pg_catalog."C"
);
CREATE VIEW dashboard.talks_by_month WITH (security_invoker='true') AS
 SELECT told.month,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.number
        END AS number,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.per
        END AS per
   FROM ( SELECT counted.month,
            counted.number,
            counted.per,
            (((counted.number >= 1) AND (counted.number <= 4)) OR (((counted.per - counted.number) >= 1) AND ((counted.per - counted.number) <= 4))) AS few
           FROM ( SELECT substr(check_in.day, 1, 7) AS month,
                    count(*) FILTER (WHERE (check_in.state = 'held'::text)) AS number,
                    count(*) AS per
                   FROM hub.check_in
                  WHERE ((check_in.gone = 0) AND (check_in.day IS NOT NULL))
                  GROUP BY (substr(check_in.day, 1, 7))) counted) told;
CREATE TABLE hub.visit (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    submission text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    minutes bigint,
    outcome text COLLATE pg_catalog."C",
    purposes text COLLATE pg_catalog."C",
    children_seen bigint,
    with_whom text COLLATE pg_catalog."C",
    safety_worry bigint,
    upset_afterwards bigint,
    note text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C"
);
CREATE VIEW dashboard.visits_by_month WITH (security_invoker='true') AS
 SELECT told.month,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.number
        END AS number,
        CASE
            WHEN ((told.per < 5) OR told.few) THEN NULL::bigint
            ELSE told.per
        END AS per
   FROM ( SELECT counted.month,
            counted.number,
            counted.per,
            (((counted.number >= 1) AND (counted.number <= 4)) OR (((counted.per - counted.number) >= 1) AND ((counted.per - counted.number) <= 4))) AS few
           FROM ( SELECT substr(visit.day, 1, 7) AS month,
                    count(*) FILTER (WHERE (COALESCE(visit.outcome, 'done'::text) = 'done'::text)) AS number,
                    count(*) AS per
                   FROM hub.visit
                  WHERE ((visit.gone = 0) AND (visit.day IS NOT NULL))
                  GROUP BY (substr(visit.day, 1, 7))) counted) told;
CREATE TABLE "desk_WR_GP1Ym8PTTyUUE".about (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL
);
CREATE TABLE "desk_WR_GP1Ym8PTTyUUE".access (
    number bigint NOT NULL,
    at bigint NOT NULL,
    what text NOT NULL,
    about text NOT NULL COLLATE pg_catalog."C",
    partner text NOT NULL COLLATE pg_catalog."C",
    many bigint NOT NULL,
    running text NOT NULL
);
CREATE TABLE "desk_WR_GP1Ym8PTTyUUE".access_left (
    number bigint NOT NULL,
    running text NOT NULL
);
CREATE TABLE "desk_WR_GP1Ym8PTTyUUE".draft (
    n bigint NOT NULL,
    place text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL
);
ALTER TABLE "desk_WR_GP1Ym8PTTyUUE".draft ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME "desk_WR_GP1Ym8PTTyUUE".draft_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE "desk_WR_GP1Ym8PTTyUUE".saved (
    n bigint NOT NULL,
    act text NOT NULL,
    at bigint NOT NULL,
    lines text NOT NULL,
    undone bigint DEFAULT 0 NOT NULL
);
ALTER TABLE "desk_WR_GP1Ym8PTTyUUE".saved ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME "desk_WR_GP1Ym8PTTyUUE".saved_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE hub.access_broken (
    key text NOT NULL COLLATE pg_catalog."C",
    noticed bigint NOT NULL
);
CREATE TABLE hub.access_point (
    key text NOT NULL COLLATE pg_catalog."C",
    log text NOT NULL,
    number bigint NOT NULL,
    running text NOT NULL,
    height bigint NOT NULL,
    made bigint NOT NULL,
    head bigint NOT NULL
);
CREATE TABLE hub.acknowledged (
    by text NOT NULL COLLATE pg_catalog."C",
    laptop text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    audience text NOT NULL COLLATE pg_catalog."C",
    told text NOT NULL
);
CREATE TABLE hub.agreement (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    day text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    they_want text COLLATE pg_catalog."C",
    they_bring text COLLATE pg_catalog."C",
    you_want text COLLATE pg_catalog."C",
    you_bring text COLLATE pg_catalog."C",
    how_often text COLLATE pg_catalog."C",
    length bigint,
    place text COLLATE pg_catalog."C",
    written text COLLATE pg_catalog."C",
    limits text COLLATE pg_catalog."C",
    disagree text COLLATE pg_catalog."C",
    cancelling text COLLATE pg_catalog."C",
    policy text COLLATE pg_catalog."C",
    how_agreed text COLLATE pg_catalog."C",
    copy_with text COLLATE pg_catalog."C",
    agreed_on text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C"
);
CREATE TABLE hub.appraisal (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    strengths text COLLATE pg_catalog."C",
    best_placed text COLLATE pg_catalog."C",
    wish text COLLATE pg_catalog."C",
    interest text COLLATE pg_catalog."C",
    readiness text COLLATE pg_catalog."C",
    their_words text COLLATE pg_catalog."C",
    our_words text COLLATE pg_catalog."C",
    alike text COLLATE pg_catalog."C",
    expectations text COLLATE pg_catalog."C",
    expected text COLLATE pg_catalog."C",
    released bigint
);
CREATE TABLE hub.arrival (
    n bigint NOT NULL,
    bundle text NOT NULL,
    seal text NOT NULL,
    laptop text NOT NULL COLLATE pg_catalog."C",
    made bigint NOT NULL,
    opened bigint NOT NULL,
    summary text NOT NULL,
    aside bigint DEFAULT 0 NOT NULL
);
ALTER TABLE hub.arrival ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME hub.arrival_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE hub.asking (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    theme text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    released bigint,
    named bigint,
    day text COLLATE pg_catalog."C",
    reply_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.aspiring (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    most bigint
);
CREATE TABLE hub.assignment (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    household text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    short_number bigint,
    reason text COLLATE pg_catalog."C",
    ended text COLLATE pg_catalog."C",
    joint_visit text COLLATE pg_catalog."C",
    handover text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C"
);
CREATE TABLE hub.attendance (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    circle text COLLATE pg_catalog."C",
    session text COLLATE pg_catalog."C",
    person text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.capability (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    outcome_on text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C",
    heard text COLLATE pg_catalog."C",
    outcome text COLLATE pg_catalog."C",
    not_met text COLLATE pg_catalog."C",
    expectations text COLLATE pg_catalog."C",
    expected text COLLATE pg_catalog."C",
    organisation text COLLATE pg_catalog."C",
    found_organisation text COLLATE pg_catalog."C",
    work text COLLATE pg_catalog."C",
    found_work text COLLATE pg_catalog."C",
    personal text COLLATE pg_catalog."C",
    found_personal text COLLATE pg_catalog."C"
);
CREATE TABLE hub.capability_view (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    framework text COLLATE pg_catalog."C",
    statement text COLLATE pg_catalog."C",
    side text COLLATE pg_catalog."C",
    level text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.chronology_entry (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    fact text COLLATE pg_catalog."C",
    matters text COLLATE pg_catalog."C",
    source_kind text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    copy_of text COLLATE pg_catalog."C",
    recorded_by text COLLATE pg_catalog."C",
    recorded_on text COLLATE pg_catalog."C",
    added text COLLATE pg_catalog."C"
);
CREATE TABLE hub.circle (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    by_caregivers bigint,
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.circle_decision (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    circle text COLLATE pg_catalog."C",
    session text COLLATE pg_catalog."C",
    owner text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    why_dropped text COLLATE pg_catalog."C"
);
CREATE TABLE hub.circle_member (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    circle text COLLATE pg_catalog."C",
    person text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.circle_session (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    circle text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    minutes bigint,
    number bigint,
    next_day text COLLATE pg_catalog."C",
    facilitator text COLLATE pg_catalog."C",
    theme text COLLATE pg_catalog."C",
    passed_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.closure (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C"
);
CREATE TABLE hub.cohort (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    course text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    facilitator text COLLATE pg_catalog."C",
    facilitator_number text COLLATE pg_catalog."C",
    assessor text COLLATE pg_catalog."C",
    assessor_number text COLLATE pg_catalog."C",
    moderator text COLLATE pg_catalog."C",
    moderator_number text COLLATE pg_catalog."C",
    completed text COLLATE pg_catalog."C",
    circle text COLLATE pg_catalog."C"
);
CREATE TABLE hub.concern (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    danger text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    whom text COLLATE pg_catalog."C",
    noticed text COLLATE pg_catalog."C",
    at text COLLATE pg_catalog."C",
    seen text COLLATE pg_catalog."C",
    worry text COLLATE pg_catalog."C",
    about text COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    noticed_by text COLLATE pg_catalog."C",
    behalf text COLLATE pg_catalog."C",
    at_home text COLLATE pg_catalog."C",
    others text COLLATE pg_catalog."C",
    done text COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    peers bigint,
    worker text COLLATE pg_catalog."C",
    late text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    number text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C"
);
CREATE TABLE hub.concern_advice (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    concern text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    outside bigint,
    asked text COLLATE pg_catalog."C",
    advice text COLLATE pg_catalog."C"
);
CREATE TABLE hub.concern_step (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    concern text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    at text COLLATE pg_catalog."C",
    done_by text COLLATE pg_catalog."C",
    told_to text COLLATE pg_catalog."C",
    reference text COLLATE pg_catalog."C",
    next_check text COLLATE pg_catalog."C",
    proof text COLLATE pg_catalog."C",
    second text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    believed bigint
);
CREATE TABLE hub.conduct (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    outcome_on text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C",
    heard text COLLATE pg_catalog."C",
    outcome text COLLATE pg_catalog."C",
    said text COLLATE pg_catalog."C",
    rule text COLLATE pg_catalog."C"
);
CREATE TABLE hub.consent (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    household text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    answer text COLLATE pg_catalog."C",
    purposes text COLLATE pg_catalog."C",
    who text COLLATE pg_catalog."C",
    how text COLLATE pg_catalog."C"
);
CREATE TABLE hub.consultation (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    household text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    topic text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    outside bigint,
    asked text COLLATE pg_catalog."C",
    advice text COLLATE pg_catalog."C"
);
CREATE TABLE hub.course (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    title text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    track text COLLATE pg_catalog."C",
    meant_for text COLLATE pg_catalog."C",
    provider text COLLATE pg_catalog."C",
    accreditation text COLLATE pg_catalog."C",
    nqf_level bigint,
    credits bigint,
    unit_standards text COLLATE pg_catalog."C",
    counts_as text COLLATE pg_catalog."C"
);
CREATE TABLE hub.development_item (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    track text COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    barriers text COLLATE pg_catalog."C",
    expectations text COLLATE pg_catalog."C",
    expected text COLLATE pg_catalog."C"
);
CREATE TABLE hub.duty_review (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    reviewed_by text COLLATE pg_catalog."C",
    within bigint,
    day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.engagement (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    field_days bigint,
    hours bigint,
    sort text COLLATE pg_catalog."C",
    travel text COLLATE pg_catalog."C",
    area text COLLATE pg_catalog."C",
    leave_from text COLLATE pg_catalog."C",
    leave_until text COLLATE pg_catalog."C",
    leaving text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    untrained text COLLATE pg_catalog."C"
);
CREATE TABLE hub.exit_talk (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    reasons text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    known bigint
);
CREATE TABLE hub.expectations (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    relate text COLLATE pg_catalog."C",
    complete text COLLATE pg_catalog."C"
);
CREATE TABLE hub."extract" (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    purpose text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    records bigint,
    made_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.felt_support (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    answered bigint,
    figures text COLLATE pg_catalog."C"
);
CREATE TABLE hub.follow_up (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    worded text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    stressor text COLLATE pg_catalog."C",
    plan text COLLATE pg_catalog."C",
    service text COLLATE pg_catalog."C",
    way text COLLATE pg_catalog."C",
    came_of_it text COLLATE pg_catalog."C",
    asks text COLLATE pg_catalog."C",
    helper text COLLATE pg_catalog."C",
    reached text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    done_on text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    helped bigint,
    cost bigint,
    next text COLLATE pg_catalog."C"
);
CREATE TABLE hub.found (
    rowid bigint NOT NULL,
    words text NOT NULL,
    sought tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, hub.desk_folded(words))) STORED
);
CREATE TABLE hub.framework (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    whom text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.frozen_report (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    period text COLLATE pg_catalog."C",
    made text COLLATE pg_catalog."C",
    chosen text COLLATE pg_catalog."C",
    height bigint,
    figures text COLLATE pg_catalog."C",
    explained text COLLATE pg_catalog."C"
);
CREATE TABLE hub.goal_review (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    goal text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    course text COLLATE pg_catalog."C",
    evidence text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.grievance (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    outcome_on text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C",
    heard text COLLATE pg_catalog."C",
    outcome text COLLATE pg_catalog."C",
    said text COLLATE pg_catalog."C",
    against text COLLATE pg_catalog."C",
    goes_to text COLLATE pg_catalog."C"
);
CREATE TABLE hub.handing_on (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    caregiver text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    agreed bigint,
    words text COLLATE pg_catalog."C",
    next_day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.height (
    laptop text NOT NULL COLLATE pg_catalog."C",
    height bigint NOT NULL
);
CREATE TABLE hub.household (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    level bigint,
    ward text COLLATE pg_catalog."C",
    enrolled text COLLATE pg_catalog."C",
    nickname text COLLATE pg_catalog."C",
    village text COLLATE pg_catalog."C",
    directions text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    referred_by text COLLATE pg_catalog."C",
    safety text COLLATE pg_catalog."C"
);
CREATE TABLE hub.installation (
    key text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL,
    since bigint NOT NULL
);
CREATE TABLE hub.keeping_time (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    months bigint,
    reason text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    confirmed_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.known_move (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    to_team text COLLATE pg_catalog."C",
    to_role text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.laptop (
    laptop text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE hub.learning_goal (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    goal text COLLATE pg_catalog."C",
    area text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    sought text COLLATE pg_catalog."C",
    evidence text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C",
    target text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    why_dropped text COLLATE pg_catalog."C",
    expectations text COLLATE pg_catalog."C",
    expected text COLLATE pg_catalog."C"
);
CREATE TABLE hub.learning_turn (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    circle text COLLATE pg_catalog."C",
    session text COLLATE pg_catalog."C",
    presenter text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    question text COLLATE pg_catalog."C",
    action text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C"
);
CREATE TABLE hub.line (
    n bigint NOT NULL,
    stream bigint NOT NULL,
    number bigint NOT NULL,
    record text NOT NULL COLLATE pg_catalog."C",
    arrival bigint NOT NULL,
    body text,
    digest text COLLATE pg_catalog."C"
);
ALTER TABLE hub.line ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME hub.line_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE hub.lone_visit_plan (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    route text COLLATE pg_catalog."C",
    back_by text COLLATE pg_catalog."C",
    act_by text COLLATE pg_catalog."C",
    rings text COLLATE pg_catalog."C",
    code_word text COLLATE pg_catalog."C",
    actions text COLLATE pg_catalog."C",
    back bigint
);
CREATE TABLE hub.member (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    household text COLLATE pg_catalog."C",
    first_name text COLLATE pg_catalog."C",
    birth_year bigint,
    sex text COLLATE pg_catalog."C",
    relation text COLLATE pg_catalog."C",
    primary_carer bigint,
    vulnerable text COLLATE pg_catalog."C"
);
CREATE TABLE hub.mentor_session (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    mentoring text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    topic text COLLATE pg_catalog."C",
    both_agree bigint,
    more text COLLATE pg_catalog."C"
);
CREATE TABLE hub.mentoring (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    mentor text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    purpose text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.monthly_return (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    month text COLLATE pg_catalog."C",
    made text COLLATE pg_catalog."C",
    height bigint,
    heard bigint,
    weighs_workload bigint,
    weighs_organisation bigint,
    weighs_community bigint,
    weighs_personal bigint,
    weighs_skills bigint,
    weighs_boundaries bigint,
    weighs_safety bigint,
    weighs_grief bigint,
    eased_workload bigint,
    eased_organisation bigint,
    eased_safety bigint
);
CREATE TABLE hub.move_interest (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    to_team text COLLATE pg_catalog."C",
    to_role text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    told_team bigint
);
CREATE TABLE hub.named (
    n bigint NOT NULL,
    record text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE hub.noted (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL
);
CREATE TABLE hub.notice (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    given_by text COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C"
);
CREATE TABLE hub.observation (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    asked text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    why_not text COLLATE pg_catalog."C",
    rubric text COLLATE pg_catalog."C",
    own_prepared text COLLATE pg_catalog."C",
    own_arrival text COLLATE pg_catalog."C",
    own_listening text COLLATE pg_catalog."C",
    own_children text COLLATE pg_catalog."C",
    own_noticing text COLLATE pg_catalog."C",
    own_information text COLLATE pg_catalog."C",
    own_together text COLLATE pg_catalog."C",
    own_boundaries text COLLATE pg_catalog."C",
    own_linking text COLLATE pg_catalog."C",
    own_closing text COLLATE pg_catalog."C",
    reflection text COLLATE pg_catalog."C",
    seen_prepared text COLLATE pg_catalog."C",
    seen_arrival text COLLATE pg_catalog."C",
    seen_listening text COLLATE pg_catalog."C",
    seen_children text COLLATE pg_catalog."C",
    seen_noticing text COLLATE pg_catalog."C",
    seen_information text COLLATE pg_catalog."C",
    seen_together text COLLATE pg_catalog."C",
    seen_boundaries text COLLATE pg_catalog."C",
    seen_linking text COLLATE pg_catalog."C",
    seen_closing text COLLATE pg_catalog."C",
    strength text COLLATE pg_catalog."C",
    strength_too text COLLATE pg_catalog."C",
    to_try text COLLATE pg_catalog."C",
    spoken_on text COLLATE pg_catalog."C",
    answer text COLLATE pg_catalog."C",
    family_listened text COLLATE pg_catalog."C",
    family_useful text COLLATE pg_catalog."C",
    family_change text COLLATE pg_catalog."C",
    family_rather_not bigint
);
CREATE TABLE hub.own_answers (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    title text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    digest text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    answers text COLLATE pg_catalog."C"
);
CREATE TABLE hub.own_care (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    one text COLLATE pg_catalog."C",
    two text COLLATE pg_catalog."C",
    three text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.own_step (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    instead_of text COLLATE pg_catalog."C",
    step text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    days bigint,
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.partner (
    key text NOT NULL COLLATE pg_catalog."C",
    laptop text NOT NULL COLLATE pg_catalog."C",
    reader text NOT NULL,
    person text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    role text NOT NULL,
    compared text NOT NULL,
    paired bigint NOT NULL,
    parted bigint DEFAULT 0 NOT NULL
);
CREATE TABLE hub.partnership_item (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    contribution text COLLATE pg_catalog."C"
);
CREATE TABLE hub.performance_worry (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    seen text COLLATE pg_catalog."C",
    organisation text COLLATE pg_catalog."C",
    found_organisation text COLLATE pg_catalog."C",
    work text COLLATE pg_catalog."C",
    found_work text COLLATE pg_catalog."C",
    personal text COLLATE pg_catalog."C",
    found_personal text COLLATE pg_catalog."C",
    their_view text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    plan text COLLATE pg_catalog."C"
);
CREATE TABLE hub.person (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    given_names text COLLATE pg_catalog."C",
    surname text COLLATE pg_catalog."C",
    known_as text COLLATE pg_catalog."C",
    birth_year bigint,
    phone text COLLATE pg_catalog."C",
    second_phone text COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    staff_number text COLLATE pg_catalog."C",
    next_of_kin text COLLATE pg_catalog."C",
    next_of_kin_phone text COLLATE pg_catalog."C"
);
CREATE TABLE hub.plan_item (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    who text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    period text COLLATE pg_catalog."C",
    figure text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    came text COLLATE pg_catalog."C"
);
CREATE TABLE hub.plan_response (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    plan text COLLATE pg_catalog."C",
    response text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    homes bigint,
    hours bigint
);
CREATE TABLE hub.policy (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    kept_at text COLLATE pg_catalog."C",
    digest text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.practical_task (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    training text COLLATE pg_catalog."C",
    person text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    handed_in text COLLATE pg_catalog."C",
    assessed text COLLATE pg_catalog."C",
    assessor text COLLATE pg_catalog."C",
    moderator text COLLATE pg_catalog."C",
    result text COLLATE pg_catalog."C",
    kept_at text COLLATE pg_catalog."C"
);
CREATE TABLE hub.probation (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    adviser text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    extended text COLLATE pg_catalog."C",
    outcome text COLLATE pg_catalog."C",
    outcome_on text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C",
    heard text COLLATE pg_catalog."C",
    helped text COLLATE pg_catalog."C",
    arranged text COLLATE pg_catalog."C",
    arranged_of text COLLATE pg_catalog."C",
    supported bigint
);
CREATE TABLE hub.process (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    caregiver text COLLATE pg_catalog."C",
    opened text COLLATE pg_catalog."C",
    opened_by text COLLATE pg_catalog."C",
    opened_name text COLLATE pg_catalog."C",
    caregiver_name text COLLATE pg_catalog."C",
    holder text COLLATE pg_catalog."C",
    handed_to text COLLATE pg_catalog."C",
    handed_on text COLLATE pg_catalog."C",
    support text COLLATE pg_catalog."C",
    support_of text COLLATE pg_catalog."C",
    supported bigint
);
CREATE TABLE hub.process_evidence (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    stage text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    written text COLLATE pg_catalog."C"
);
CREATE TABLE hub.process_stage (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    process text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    target text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    content text COLLATE pg_catalog."C",
    response text COLLATE pg_catalog."C",
    agrees bigint,
    companion text COLLATE pg_catalog."C"
);
CREATE TABLE hub.questionnaire (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    title text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    digest text COLLATE pg_catalog."C",
    licence text COLLATE pg_catalog."C",
    caution text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    brought_by text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    trained text COLLATE pg_catalog."C",
    route text COLLATE pg_catalog."C",
    stopped text COLLATE pg_catalog."C"
);
CREATE TABLE hub.questionnaire_answers (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    danger text COLLATE pg_catalog."C",
    only_told text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    digest text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    answers text COLLATE pg_catalog."C"
);
CREATE TABLE hub.reading (
    reader name NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE hub.removed_count (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    what text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    period text COLLATE pg_catalog."C",
    number bigint
);
CREATE TABLE hub.research_project (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    question text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    granted bigint,
    used bigint,
    ethics text COLLATE pg_catalog."C",
    presented text COLLATE pg_catalog."C",
    changed text COLLATE pg_catalog."C"
);
CREATE TABLE hub.road_plan (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    guide text COLLATE pg_catalog."C",
    "end" text COLLATE pg_catalog."C",
    ended_on text COLLATE pg_catalog."C",
    decided_by text COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C"
);
CREATE TABLE hub.road_step (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    plan text COLLATE pg_catalog."C",
    person text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    whom text COLLATE pg_catalog."C",
    due text COLLATE pg_catalog."C",
    done_on text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
CREATE TABLE hub.role_course (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    role text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.role_split (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    practice bigint,
    supervising bigint,
    learning bigint,
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.safeguarding_lead (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    outside bigint,
    instead text COLLATE pg_catalog."C",
    instead_phone text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    untrained text COLLATE pg_catalog."C"
);
CREATE TABLE hub.safety_incident (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    source text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    area text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    injured bigint,
    police text COLLATE pg_catalog."C",
    support text COLLATE pg_catalog."C"
);
CREATE TABLE hub.self_care (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    one text COLLATE pg_catalog."C",
    two text COLLATE pg_catalog."C",
    three text COLLATE pg_catalog."C",
    review_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.sent (
    bundle text NOT NULL COLLATE pg_catalog."C",
    partner text NOT NULL COLLATE pg_catalog."C",
    made bigint NOT NULL,
    lines bigint NOT NULL
);
CREATE TABLE hub.service (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    name text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    area text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    hours text COLLATE pg_catalog."C",
    languages text COLLATE pg_catalog."C",
    cost text COLLATE pg_catalog."C",
    partner text COLLATE pg_catalog."C",
    outside bigint,
    verified text COLLATE pg_catalog."C"
);
CREATE TABLE hub.shadow_day (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    host text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
CREATE TABLE hub.site (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    name text COLLATE pg_catalog."C",
    organisation text COLLATE pg_catalog."C",
    officer text COLLATE pg_catalog."C",
    purposes text COLLATE pg_catalog."C"
);
CREATE TABLE hub.site_indicator (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    told text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.site_norm (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    value bigint,
    reason text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.site_road (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    road text COLLATE pg_catalog."C",
    open bigint,
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.site_set (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    codes text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.span (
    stream bigint NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    ahead text NOT NULL,
    running text NOT NULL
);
CREATE TABLE hub.specialism (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    topic text COLLATE pg_catalog."C",
    called text COLLATE pg_catalog."C",
    depth text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    evidence text COLLATE pg_catalog."C"
);
CREATE TABLE hub.stepping_in (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    concerns bigint,
    words text COLLATE pg_catalog."C",
    settled text COLLATE pg_catalog."C"
);
CREATE TABLE hub.stream (
    s bigint NOT NULL,
    laptop text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    audience text NOT NULL COLLATE pg_catalog."C",
    branch bigint DEFAULT 0 NOT NULL,
    forked bigint,
    CONSTRAINT nothing_private CHECK ((audience <> ALL (ARRAY['pair'::text, 'self'::text, 'process'::text, 'protection'::text])))
);
ALTER TABLE hub.stream ALTER COLUMN s ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME hub.stream_s_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE hub.stressor (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    worded text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    danger text COLLATE pg_catalog."C",
    only_told text COLLATE pg_catalog."C",
    sees_otherwise text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    codes text COLLATE pg_catalog."C",
    severity bigint,
    since text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C",
    acute bigint,
    happened text COLLATE pg_catalog."C",
    event text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    agreed bigint,
    may_know text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    why_not text COLLATE pg_catalog."C"
);
CREATE TABLE hub.supervising_interest (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    appraisal text COLLATE pg_catalog."C",
    interest text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C"
);
CREATE TABLE hub.supervision (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    caregiver text COLLATE pg_catalog."C",
    supervisor text COLLATE pg_catalog."C",
    purpose text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C"
);
CREATE TABLE hub.support_need (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    their_view text COLLATE pg_catalog."C",
    dismissed text COLLATE pg_catalog."C"
);
CREATE TABLE hub.support_plan (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    opened text COLLATE pg_catalog."C",
    agreed text COLLATE pg_catalog."C",
    aims text COLLATE pg_catalog."C",
    their_view text COLLATE pg_catalog."C",
    your_view text COLLATE pg_catalog."C",
    you_agree text COLLATE pg_catalog."C",
    senior text COLLATE pg_catalog."C",
    senior_view text COLLATE pg_catalog."C",
    senior_agrees text COLLATE pg_catalog."C",
    reviewed text COLLATE pg_catalog."C",
    ended text COLLATE pg_catalog."C",
    ending text COLLATE pg_catalog."C"
);
CREATE TABLE hub.survey (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    answered bigint,
    figures text COLLATE pg_catalog."C"
);
CREATE TABLE hub.team (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    name text COLLATE pg_catalog."C"
);
CREATE TABLE hub.thanks (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    team text COLLATE pg_catalog."C",
    what_for text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C"
);
CREATE TABLE hub.tip (
    stream bigint NOT NULL,
    number bigint NOT NULL,
    running text NOT NULL,
    signature text NOT NULL
);
CREATE TABLE hub.to_bring (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    what text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    spoken_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.training (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    course text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    result text COLLATE pg_catalog."C",
    certificate text COLLATE pg_catalog."C",
    seen bigint,
    title text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    provider text COLLATE pg_catalog."C",
    accreditation text COLLATE pg_catalog."C",
    nqf_level bigint,
    credits bigint,
    unit_standards text COLLATE pg_catalog."C",
    cohort text COLLATE pg_catalog."C"
);
CREATE TABLE hub.turn (
    one boolean DEFAULT true NOT NULL,
    heard bigint DEFAULT 0 NOT NULL,
    CONSTRAINT turn_one_check CHECK (one)
);
CREATE TABLE hub.unit_standard (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    number text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    level bigint,
    credits bigint,
    registration_end text COLLATE pg_catalog."C",
    last_enrolment text COLLATE pg_catalog."C",
    last_achievement text COLLATE pg_catalog."C"
);
CREATE TABLE hub.vacancy (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    team text COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    filled_on text COLLATE pg_catalog."C"
);
CREATE TABLE hub.vetting (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    person text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    submitted text COLLATE pg_catalog."C",
    result text COLLATE pg_catalog."C",
    seen_by text COLLATE pg_catalog."C",
    next_due text COLLATE pg_catalog."C"
);
CREATE TABLE hub.wellbeing_check (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    source text COLLATE pg_catalog."C",
    danger text COLLATE pg_catalog."C",
    only_told text COLLATE pg_catalog."C",
    supervision text COLLATE pg_catalog."C",
    caregiver text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    load bigint,
    energy bigint,
    somebody bigint,
    good text COLLATE pg_catalog."C",
    unsaid text COLLATE pg_catalog."C"
);
CREATE TABLE hub.wording (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    site text COLLATE pg_catalog."C",
    catalogue text COLLATE pg_catalog."C",
    version text COLLATE pg_catalog."C",
    words text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    said_by text COLLATE pg_catalog."C"
);
CREATE TABLE hub.worker_concern (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    danger text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    whom text COLLATE pg_catalog."C",
    noticed text COLLATE pg_catalog."C",
    at text COLLATE pg_catalog."C",
    seen text COLLATE pg_catalog."C",
    worry text COLLATE pg_catalog."C",
    about text COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    noticed_by text COLLATE pg_catalog."C",
    behalf text COLLATE pg_catalog."C",
    at_home text COLLATE pg_catalog."C",
    others text COLLATE pg_catalog."C",
    done text COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    peers bigint,
    worker text COLLATE pg_catalog."C",
    late text COLLATE pg_catalog."C",
    household text COLLATE pg_catalog."C",
    number text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C"
);
CREATE TABLE hub.worker_step (
    id text NOT NULL COLLATE pg_catalog."C",
    scope text COLLATE pg_catalog."C",
    heads text COLLATE pg_catalog."C",
    quarrels text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    gone bigint,
    concern text COLLATE pg_catalog."C",
    sort text COLLATE pg_catalog."C",
    day text COLLATE pg_catalog."C",
    at text COLLATE pg_catalog."C",
    done_by text COLLATE pg_catalog."C",
    told_to text COLLATE pg_catalog."C",
    reference text COLLATE pg_catalog."C",
    next_check text COLLATE pg_catalog."C",
    proof text COLLATE pg_catalog."C",
    second text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    believed bigint
);
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('id', 'QJIaD~NHhlKPQpn7');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK+gBzvHcdwy8S+m9Ha+/qmMktIaZyS4ro468GAIORPd');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('laptop', '_l6Oj7YXwJ61os23VP4sw1');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('person', '0Q8dqRD22Zp5cF1PLviXw7');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('site', '86AbuzuhYgKI2r9XQhQNSI');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('role', 'coordinator');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('fictional', '0');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".about VALUES ('clock', '{"newest":1795981425,"saves":5,"machine":1795981425,"correction":0}');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".access VALUES (1, 1795981424, 'unlocked', '', '', 0, 'afbc96bf2ec8ec059789a1d7b29a13dd46810c1bed313c0f7bb9944600316484');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".access VALUES (2, 1795981425, 'locked', '', '', 0, '31720f0ca7f74b5f7625e5dc068e0f8de89a3e29f99807018c70ceba6f9a50eb');
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".saved VALUES (1, 'introduce', 1795981424, '[[1, 1], [2, 1], [3, 1], [3, 2]]', 2);
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".saved VALUES (2, 'record_household', 1795981424, '[[3, 3]]', 0);
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".saved VALUES (3, 'record_household', 1795981424, '[[3, 4]]', 0);
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".saved VALUES (4, 'record_visit', 1795981424, '[[3, 5], [4, 1]]', 0);
INSERT INTO "desk_WR_GP1Ym8PTTyUUE".saved VALUES (5, 'record_visit', 1795981424, '[[3, 6], [4, 2]]', 0);
INSERT INTO hub.engagement VALUES ('0Q8dqRULefiPvCQDUbWYVA', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"0c592b26296ebf699f9cc98ae8"}', '', '', 0, '0Q8dqRD22Zp5cF1PLviXw7', '0Q8dqRU9EZBO6bYm6p4COA', 'coordinator', 'active', '2026-11-29', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub.found VALUES (-1, 'Lesedi Ridge', DEFAULT);
INSERT INTO hub.found VALUES (-2, 'Office', DEFAULT);
INSERT INTO hub.found VALUES (-3, ' Fhatuwani Netsianda', DEFAULT);
INSERT INTO hub.found VALUES (-4, 'HH-001 ', DEFAULT);
INSERT INTO hub.found VALUES (-5, 'HH-002 ', DEFAULT);
INSERT INTO hub.household VALUES ('0Q8dqRWzV01HdoaQ78taWy', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"befa76d22375301c55e538ef5e"}', '', '', 0, '0Q8dqRU9EZBO6bYm6p4COA', 'HH-001', 'active', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub.household VALUES ('0Q8dqRXUd3xCqhclGA9xAd', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"c0c75ddf33ec18c2d29be0e47e"}', '', '', 0, '0Q8dqRU9EZBO6bYm6p4COA', 'HH-002', 'active', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub.installation VALUES ('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK+gBzvHcdwy8S+m9Ha+/qmMktIaZyS4ro468GAIORPd', 'coordinator', 1795981423);
INSERT INTO hub.laptop VALUES ('_l6Oj7YXwJ61os23VP4sw1', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK+gBzvHcdwy8S+m9Ha+/qmMktIaZyS4ro468GAIORPd');
INSERT INTO hub.line VALUES (1, 1, 1, '0Q8dqRUK~VgFQBDHho14V6', 0, '{"salt":"yNESM1RO6u0Uge~D","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"site","record":"0Q8dqRUK~VgFQBDHho14V6","fields":{"name":"Lesedi Ridge","officer":"Thabo Nkosi","organisation":"Lesedi","purposes":"To know how families are."}}', NULL);
INSERT INTO hub.line VALUES (2, 2, 1, '0Q8dqRD22Zp5cF1PLviXw7', 0, '{"salt":"E2ARvclSdkBejw81","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"person","record":"0Q8dqRD22Zp5cF1PLviXw7","fields":{"given_names":"Fhatuwani","surname":"Netsianda"}}', NULL);
INSERT INTO hub.line VALUES (3, 3, 1, '0Q8dqRU9EZBO6bYm6p4COA', 0, '{"salt":"1uWs766XXD2tVsLm","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"team","record":"0Q8dqRU9EZBO6bYm6p4COA","fields":{"name":"Office"}}', NULL);
INSERT INTO hub.line VALUES (4, 3, 2, '0Q8dqRULefiPvCQDUbWYVA', 0, '{"salt":"G_V9p6mcafpu~Svw","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"engagement","record":"0Q8dqRULefiPvCQDUbWYVA","fields":{"person":"0Q8dqRD22Zp5cF1PLviXw7","role":"coordinator","since":"2026-11-29","state":"active","team":"0Q8dqRU9EZBO6bYm6p4COA"}}', NULL);
INSERT INTO hub.line VALUES (5, 3, 3, '0Q8dqRWzV01HdoaQ78taWy', 0, '{"salt":"bSiJwCem~2mu4Q_L","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"household","record":"0Q8dqRWzV01HdoaQ78taWy","fields":{"code":"HH-001","state":"active","team":"0Q8dqRU9EZBO6bYm6p4COA"}}', NULL);
INSERT INTO hub.line VALUES (6, 3, 4, '0Q8dqRXUd3xCqhclGA9xAd', 0, '{"salt":"bsMHiGYqAq_Ay49v","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"household","record":"0Q8dqRXUd3xCqhclGA9xAd","fields":{"code":"HH-002","state":"active","team":"0Q8dqRU9EZBO6bYm6p4COA"}}', NULL);
INSERT INTO hub.line VALUES (7, 3, 5, '0Q8dqRY7yz_Q4OzmcH3WlU', 0, '{"salt":"ZzgV9sBqvhMsVkPh","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"visit","record":"0Q8dqRY7yz_Q4OzmcH3WlU","fields":{"caregiver":"0Q8dqRD22Zp5cF1PLviXw7","day":"2026-03-02","household":"0Q8dqRWzV01HdoaQ78taWy","outcome":"done"}}', NULL);
INSERT INTO hub.line VALUES (8, 4, 1, '0Q8dqRY7yz_Q4OzmcH3WlU', 0, '{"salt":"uZ5yOoAJZ~IKCgHI","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"visit","record":"0Q8dqRY7yz_Q4OzmcH3WlU","fields":{"note":"roof leaks"}}', NULL);
INSERT INTO hub.line VALUES (9, 3, 6, '0Q8dqRYQ434xsvHFwe6a9E', 0, '{"salt":"CYcWHTsJau6cvLt1","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"visit","record":"0Q8dqRYQ434xsvHFwe6a9E","fields":{"caregiver":"0Q8dqRD22Zp5cF1PLviXw7","day":"2026-03-02","household":"0Q8dqRXUd3xCqhclGA9xAd","outcome":"done"}}', NULL);
INSERT INTO hub.line VALUES (10, 4, 2, '0Q8dqRYQ434xsvHFwe6a9E', 0, '{"salt":"_w6CR8s8MJ9cmgz5","at":1795981424,"by":"0Q8dqRD22Zp5cF1PLviXw7","kind":"visit","record":"0Q8dqRYQ434xsvHFwe6a9E","fields":{"note":"roof leaks"}}', NULL);
INSERT INTO hub.named VALUES (1, '0Q8dqRUK~VgFQBDHho14V6', 'site');
INSERT INTO hub.named VALUES (2, '0Q8dqRU9EZBO6bYm6p4COA', 'team');
INSERT INTO hub.named VALUES (3, '0Q8dqRD22Zp5cF1PLviXw7', 'person');
INSERT INTO hub.named VALUES (4, '0Q8dqRWzV01HdoaQ78taWy', 'household');
INSERT INTO hub.named VALUES (5, '0Q8dqRXUd3xCqhclGA9xAd', 'household');
INSERT INTO hub.noted VALUES ('version', '3');
INSERT INTO hub.noted VALUES ('site', '86AbuzuhYgKI2r9XQhQNSI');
INSERT INTO hub.noted VALUES ('declarations', '137ff59d5476d70c748cba1c369cc439df2982060734f8ac47a415159ff4904f');
INSERT INTO hub.person VALUES ('0Q8dqRD22Zp5cF1PLviXw7', '86AbuzuhYgKI2r9XQhQNSI', '{"*team":"cffa903c3c1b7cc47e40f14605"}', '', '', 0, 'Fhatuwani', 'Netsianda', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub.reading VALUES ('bi', 'tcaa5b21zMp6~aoE1qvIlh');
INSERT INTO hub.site VALUES ('0Q8dqRUK~VgFQBDHho14V6', '86AbuzuhYgKI2r9XQhQNSI', '{"*open":"c84d4214175d2f4fcf749eeda7"}', '', '', 0, 'Lesedi Ridge', 'Lesedi', 'Thabo Nkosi', 'To know how families are.');
INSERT INTO hub.span VALUES (1, 1, 1, '51fa60c1ea5de13c4623450483b12f100efea966af6f79f09e50437d762f4bd3', '2ab1c683703969bcdffe04b5fe3a14fb5203269ca6fe26ae0a76a115496b0fa7');
INSERT INTO hub.span VALUES (2, 1, 1, '6a1dfc5f7a6739d2f6bf2420fe63ee13a6f0fa229aa93a0d4e6392d6e9ec71f3', '72e0be1b0fd8fcb57b8e2d434f908b84c82b56391ab2eb07b68dea70ca02112a');
INSERT INTO hub.span VALUES (3, 1, 6, 'fcb1d9d8ae53b61724cb83982c2e9beb1fa6ad6ccee711897c35110ae6094668', '2373bedf73fc414b36847ac8f2ac32ddf07545937b182e906857fd944659a634');
INSERT INTO hub.span VALUES (4, 1, 2, '06b415154f0d27d13c1d6f596d063aec48cd503b24abb0f8c74f42c263fedd8b', '53d22f7949c7f3f04343332622fa3590e1a1cb5855d5e7f4d79d0dae78fdf538');
INSERT INTO hub.stream VALUES (1, '_l6Oj7YXwJ61os23VP4sw1', '86AbuzuhYgKI2r9XQhQNSI', 'open', 0, NULL);
INSERT INTO hub.stream VALUES (2, '_l6Oj7YXwJ61os23VP4sw1', '86AbuzuhYgKI2r9XQhQNSI', 'team', 0, NULL);
INSERT INTO hub.stream VALUES (3, '_l6Oj7YXwJ61os23VP4sw1', 'tcaa5b21zMp6~aoE1qvIlh', 'open', 0, NULL);
INSERT INTO hub.stream VALUES (4, '_l6Oj7YXwJ61os23VP4sw1', 'tcaa5b21zMp6~aoE1qvIlh', 'words', 0, NULL);
INSERT INTO hub.team VALUES ('0Q8dqRU9EZBO6bYm6p4COA', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"0ed408a1f4407f6ad811d5d9ba"}', '', '', 0, 'Office');
INSERT INTO hub.turn VALUES (true, 9);
INSERT INTO hub.visit VALUES ('0Q8dqRY7yz_Q4OzmcH3WlU', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"db7ca3435aa60a8839ba57447d","*words":"b1f5d4a9aabb32d82dfff1388f"}', '', '', 0, NULL, NULL, '0Q8dqRD22Zp5cF1PLviXw7', '0Q8dqRWzV01HdoaQ78taWy', '2026-03-02', NULL, 'done', NULL, NULL, NULL, NULL, NULL, 'roof leaks', NULL);
INSERT INTO hub.visit VALUES ('0Q8dqRYQ434xsvHFwe6a9E', 'tcaa5b21zMp6~aoE1qvIlh', '{"*open":"919f78f6c54cac76270736998b","*words":"0a04e455c020b2454b5c557bdd"}', '', '', 0, NULL, NULL, '0Q8dqRD22Zp5cF1PLviXw7', '0Q8dqRXUd3xCqhclGA9xAd', '2026-03-02', NULL, 'done', NULL, NULL, NULL, NULL, NULL, 'roof leaks', NULL);
SELECT pg_catalog.setval('"desk_WR_GP1Ym8PTTyUUE".draft_n_seq', 1, false);
SELECT pg_catalog.setval('"desk_WR_GP1Ym8PTTyUUE".saved_n_seq', 5, true);
SELECT pg_catalog.setval('hub.arrival_n_seq', 1, false);
SELECT pg_catalog.setval('hub.line_n_seq', 10, true);
SELECT pg_catalog.setval('hub.stream_s_seq', 4, true);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".about
    ADD CONSTRAINT about_pkey PRIMARY KEY (name);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".access_left
    ADD CONSTRAINT access_left_pkey PRIMARY KEY (number);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".access
    ADD CONSTRAINT access_pkey PRIMARY KEY (number);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (n);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".draft
    ADD CONSTRAINT draft_place_key UNIQUE (place);
ALTER TABLE ONLY "desk_WR_GP1Ym8PTTyUUE".saved
    ADD CONSTRAINT saved_pkey PRIMARY KEY (n);
ALTER TABLE ONLY hub.access_broken
    ADD CONSTRAINT access_broken_pkey PRIMARY KEY (key);
ALTER TABLE ONLY hub.access_point
    ADD CONSTRAINT access_point_pkey PRIMARY KEY (key, log, number);
ALTER TABLE ONLY hub.acknowledged
    ADD CONSTRAINT acknowledged_pkey PRIMARY KEY (by, laptop, scope, audience);
ALTER TABLE ONLY hub.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.appraisal
    ADD CONSTRAINT appraisal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.arrival
    ADD CONSTRAINT arrival_pkey PRIMARY KEY (n);
ALTER TABLE ONLY hub.arrival
    ADD CONSTRAINT arrival_seal_key UNIQUE (seal);
ALTER TABLE ONLY hub.asking
    ADD CONSTRAINT asking_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.aspiring
    ADD CONSTRAINT aspiring_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.capability
    ADD CONSTRAINT capability_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.capability_view
    ADD CONSTRAINT capability_view_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.check_in
    ADD CONSTRAINT check_in_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.chronology_entry
    ADD CONSTRAINT chronology_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.circle_decision
    ADD CONSTRAINT circle_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.circle_member
    ADD CONSTRAINT circle_member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.circle
    ADD CONSTRAINT circle_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.circle_session
    ADD CONSTRAINT circle_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.closure
    ADD CONSTRAINT closure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.cohort
    ADD CONSTRAINT cohort_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.concern_advice
    ADD CONSTRAINT concern_advice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.concern
    ADD CONSTRAINT concern_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.concern_step
    ADD CONSTRAINT concern_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.conduct
    ADD CONSTRAINT conduct_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.consultation
    ADD CONSTRAINT consultation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.course
    ADD CONSTRAINT course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.development_item
    ADD CONSTRAINT development_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.duty_review
    ADD CONSTRAINT duty_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.engagement
    ADD CONSTRAINT engagement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.exit_talk
    ADD CONSTRAINT exit_talk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.expectations
    ADD CONSTRAINT expectations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub."extract"
    ADD CONSTRAINT extract_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.felt_support
    ADD CONSTRAINT felt_support_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.found
    ADD CONSTRAINT found_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY hub.framework
    ADD CONSTRAINT framework_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.frozen_report
    ADD CONSTRAINT frozen_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.goal_review
    ADD CONSTRAINT goal_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.grievance
    ADD CONSTRAINT grievance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.handing_on
    ADD CONSTRAINT handing_on_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.height
    ADD CONSTRAINT height_pkey PRIMARY KEY (laptop);
ALTER TABLE ONLY hub.household
    ADD CONSTRAINT household_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (key);
ALTER TABLE ONLY hub.keeping_time
    ADD CONSTRAINT keeping_time_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.known_move
    ADD CONSTRAINT known_move_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.laptop
    ADD CONSTRAINT laptop_pkey PRIMARY KEY (laptop);
ALTER TABLE ONLY hub.learning_goal
    ADD CONSTRAINT learning_goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.learning_turn
    ADD CONSTRAINT learning_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (n);
ALTER TABLE ONLY hub.lone_visit_plan
    ADD CONSTRAINT lone_visit_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.mentor_session
    ADD CONSTRAINT mentor_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.mentoring
    ADD CONSTRAINT mentoring_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.monthly_return
    ADD CONSTRAINT monthly_return_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.move_interest
    ADD CONSTRAINT move_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.named
    ADD CONSTRAINT named_pkey PRIMARY KEY (n);
ALTER TABLE ONLY hub.named
    ADD CONSTRAINT named_record_kind_key UNIQUE (record, kind);
ALTER TABLE ONLY hub.noted
    ADD CONSTRAINT noted_pkey PRIMARY KEY (name);
ALTER TABLE ONLY hub.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.observation
    ADD CONSTRAINT observation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.own_answers
    ADD CONSTRAINT own_answers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.own_care
    ADD CONSTRAINT own_care_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.own_step
    ADD CONSTRAINT own_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.partner
    ADD CONSTRAINT partner_pkey PRIMARY KEY (key);
ALTER TABLE ONLY hub.partnership_item
    ADD CONSTRAINT partnership_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.performance_worry
    ADD CONSTRAINT performance_worry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.plan_item
    ADD CONSTRAINT plan_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.plan_response
    ADD CONSTRAINT plan_response_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.policy
    ADD CONSTRAINT policy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.practical_task
    ADD CONSTRAINT practical_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.probation
    ADD CONSTRAINT probation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.process_evidence
    ADD CONSTRAINT process_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.process_stage
    ADD CONSTRAINT process_stage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.questionnaire_answers
    ADD CONSTRAINT questionnaire_answers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.questionnaire
    ADD CONSTRAINT questionnaire_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (reader, scope);
ALTER TABLE ONLY hub.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.removed_count
    ADD CONSTRAINT removed_count_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.research_project
    ADD CONSTRAINT research_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.road_plan
    ADD CONSTRAINT road_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.road_step
    ADD CONSTRAINT road_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.role_course
    ADD CONSTRAINT role_course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.role_split
    ADD CONSTRAINT role_split_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.safeguarding_lead
    ADD CONSTRAINT safeguarding_lead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.safety_incident
    ADD CONSTRAINT safety_incident_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.self_care
    ADD CONSTRAINT self_care_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.sent
    ADD CONSTRAINT sent_pkey PRIMARY KEY (bundle);
ALTER TABLE ONLY hub.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.shadow_day
    ADD CONSTRAINT shadow_day_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.site_indicator
    ADD CONSTRAINT site_indicator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.site_norm
    ADD CONSTRAINT site_norm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.site_road
    ADD CONSTRAINT site_road_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.site_set
    ADD CONSTRAINT site_set_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.span
    ADD CONSTRAINT span_pkey PRIMARY KEY (stream, low);
ALTER TABLE ONLY hub.specialism
    ADD CONSTRAINT specialism_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.stepping_in
    ADD CONSTRAINT stepping_in_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.stream
    ADD CONSTRAINT stream_laptop_scope_audience_branch_key UNIQUE (laptop, scope, audience, branch);
ALTER TABLE ONLY hub.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (s);
ALTER TABLE ONLY hub.stressor
    ADD CONSTRAINT stressor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.supervising_interest
    ADD CONSTRAINT supervising_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.supervision
    ADD CONSTRAINT supervision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.support_need
    ADD CONSTRAINT support_need_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.support_plan
    ADD CONSTRAINT support_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.survey
    ADD CONSTRAINT survey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.thanks
    ADD CONSTRAINT thanks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.tip
    ADD CONSTRAINT tip_pkey PRIMARY KEY (stream, number);
ALTER TABLE ONLY hub.to_bring
    ADD CONSTRAINT to_bring_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.training
    ADD CONSTRAINT training_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.turn
    ADD CONSTRAINT turn_pkey PRIMARY KEY (one);
ALTER TABLE ONLY hub.unit_standard
    ADD CONSTRAINT unit_standard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.vacancy
    ADD CONSTRAINT vacancy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.vetting
    ADD CONSTRAINT vetting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.wellbeing_check
    ADD CONSTRAINT wellbeing_check_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.wording
    ADD CONSTRAINT wording_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.worker_concern
    ADD CONSTRAINT worker_concern_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub.worker_step
    ADD CONSTRAINT worker_step_pkey PRIMARY KEY (id);
CREATE INDEX access_about ON "desk_WR_GP1Ym8PTTyUUE".access USING btree (about) WHERE (about <> ''::text);
CREATE INDEX access_at ON "desk_WR_GP1Ym8PTTyUUE".access USING btree (at);
CREATE INDEX access_partner ON "desk_WR_GP1Ym8PTTyUUE".access USING btree (partner) WHERE (partner <> ''::text);
CREATE INDEX agreement_days ON hub.agreement USING btree (day, id);
CREATE INDEX agreement_quarrels ON hub.agreement USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX agreement_timeline ON hub.agreement USING btree (caregiver, day);
CREATE INDEX appraisal_days ON hub.appraisal USING btree (day, id);
CREATE INDEX appraisal_quarrels ON hub.appraisal USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX appraisal_timeline ON hub.appraisal USING btree (caregiver, day);
CREATE INDEX asking_days ON hub.asking USING btree (day, id);
CREATE INDEX asking_quarrels ON hub.asking USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX asking_timeline ON hub.asking USING btree (caregiver, day);
CREATE INDEX aspiring_course ON hub.aspiring USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX aspiring_days ON hub.aspiring USING btree (since, id);
CREATE INDEX aspiring_quarrels ON hub.aspiring USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX aspiring_timeline ON hub.aspiring USING btree (person, since);
CREATE INDEX assignment_course ON hub.assignment USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX assignment_days ON hub.assignment USING btree (since, id);
CREATE INDEX assignment_quarrels ON hub.assignment USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX assignment_timeline ON hub.assignment USING btree (caregiver, since);
CREATE INDEX attendance_days ON hub.attendance USING btree (day, id);
CREATE INDEX attendance_quarrels ON hub.attendance USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX attendance_timeline ON hub.attendance USING btree (person, day);
CREATE INDEX capability_quarrels ON hub.capability USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX capability_view_quarrels ON hub.capability_view USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX check_in_days ON hub.check_in USING btree (day, id);
CREATE INDEX check_in_quarrels ON hub.check_in USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX check_in_timeline ON hub.check_in USING btree (caregiver, day);
CREATE INDEX chronology_entry_quarrels ON hub.chronology_entry USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX circle_called ON hub.circle USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX circle_course ON hub.circle USING btree (COALESCE(until, '~'::text), id DESC, until) WHERE (gone = 0);
CREATE INDEX circle_decision_days ON hub.circle_decision USING btree (due, id);
CREATE INDEX circle_decision_quarrels ON hub.circle_decision USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX circle_decision_timeline ON hub.circle_decision USING btree (circle, due);
CREATE INDEX circle_member_course ON hub.circle_member USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX circle_member_days ON hub.circle_member USING btree (since, id);
CREATE INDEX circle_member_quarrels ON hub.circle_member USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX circle_member_timeline ON hub.circle_member USING btree (person, since);
CREATE INDEX circle_quarrels ON hub.circle USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX circle_session_days ON hub.circle_session USING btree (day, id);
CREATE INDEX circle_session_quarrels ON hub.circle_session USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX circle_session_timeline ON hub.circle_session USING btree (circle, day);
CREATE INDEX closure_course ON hub.closure USING btree (COALESCE(until, '~'::text), id DESC, until) WHERE (gone = 0);
CREATE INDEX closure_quarrels ON hub.closure USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX cohort_called ON hub.cohort USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX cohort_course ON hub.cohort USING btree (COALESCE(until, '~'::text), id DESC, until) WHERE ((gone = 0) AND (COALESCE(completed, ''::text) = ''::text));
CREATE INDEX cohort_quarrels ON hub.cohort USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX concern_advice_quarrels ON hub.concern_advice USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX concern_called ON hub.concern USING btree (TRIM(BOTH FROM COALESCE(number, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX concern_quarrels ON hub.concern USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX concern_step_quarrels ON hub.concern_step USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX conduct_quarrels ON hub.conduct USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX consent_days ON hub.consent USING btree (day, id);
CREATE INDEX consent_quarrels ON hub.consent USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX consent_timeline ON hub.consent USING btree (household, day);
CREATE INDEX consultation_days ON hub.consultation USING btree (day, id);
CREATE INDEX consultation_quarrels ON hub.consultation USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX consultation_timeline ON hub.consultation USING btree (household, day);
CREATE INDEX course_called ON hub.course USING btree (TRIM(BOTH FROM COALESCE(title, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX course_quarrels ON hub.course USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX development_item_course ON hub.development_item USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE ((gone = 0) AND (COALESCE(state, 'planned'::text) <> ALL (ARRAY['done'::text, 'dropped'::text])));
CREATE INDEX development_item_days ON hub.development_item USING btree (since, id);
CREATE INDEX development_item_quarrels ON hub.development_item USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX development_item_timeline ON hub.development_item USING btree (caregiver, since);
CREATE INDEX duty_review_quarrels ON hub.duty_review USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX engagement_course ON hub.engagement USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX engagement_days ON hub.engagement USING btree (since, id);
CREATE INDEX engagement_quarrels ON hub.engagement USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX engagement_timeline ON hub.engagement USING btree (person, since);
CREATE INDEX exit_talk_days ON hub.exit_talk USING btree (day, id);
CREATE INDEX exit_talk_quarrels ON hub.exit_talk USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX exit_talk_timeline ON hub.exit_talk USING btree (person, day);
CREATE INDEX expectations_days ON hub.expectations USING btree (day, id);
CREATE INDEX expectations_quarrels ON hub.expectations USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX expectations_timeline ON hub.expectations USING btree (team, day);
CREATE INDEX extract_days ON hub."extract" USING btree (day, id);
CREATE INDEX extract_quarrels ON hub."extract" USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX extract_timeline ON hub."extract" USING btree (team, day);
CREATE INDEX felt_support_days ON hub.felt_support USING btree (day, id);
CREATE INDEX felt_support_quarrels ON hub.felt_support USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX felt_support_timeline ON hub.felt_support USING btree (team, day);
CREATE INDEX follow_up_days ON hub.follow_up USING btree (due, id);
CREATE INDEX follow_up_quarrels ON hub.follow_up USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX follow_up_timeline ON hub.follow_up USING btree (caregiver, due);
CREATE INDEX found_sought ON hub.found USING gin (sought);
CREATE INDEX framework_quarrels ON hub.framework USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX frozen_report_days ON hub.frozen_report USING btree (made, id);
CREATE INDEX frozen_report_quarrels ON hub.frozen_report USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX frozen_report_timeline ON hub.frozen_report USING btree (team, made);
CREATE INDEX goal_review_days ON hub.goal_review USING btree (day, id);
CREATE INDEX goal_review_quarrels ON hub.goal_review USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX goal_review_timeline ON hub.goal_review USING btree (caregiver, day);
CREATE INDEX grievance_quarrels ON hub.grievance USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX handing_on_days ON hub.handing_on USING btree (day, id);
CREATE INDEX handing_on_quarrels ON hub.handing_on USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX handing_on_timeline ON hub.handing_on USING btree (caregiver, day);
CREATE INDEX household_called ON hub.household USING btree (TRIM(BOTH FROM ((COALESCE(code, ''::text) || ' '::text) || COALESCE(nickname, ''::text))) COLLATE hub.nocase, id);
CREATE INDEX household_quarrels ON hub.household USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX keeping_time_quarrels ON hub.keeping_time USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX known_move_course ON hub.known_move USING btree (COALESCE(until, '~'::text), COALESCE(day, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX known_move_days ON hub.known_move USING btree (day, id);
CREATE INDEX known_move_quarrels ON hub.known_move USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX known_move_timeline ON hub.known_move USING btree (person, day);
CREATE INDEX learning_goal_course ON hub.learning_goal USING btree (hub.min(COALESCE(review_on, '~'::text), COALESCE(target, '~'::text)), COALESCE(day, '~'::text) DESC, id DESC) WHERE ((gone = 0) AND (COALESCE(state, 'active'::text) <> ALL (ARRAY['met'::text, 'changed'::text, 'dropped'::text])));
CREATE INDEX learning_goal_days ON hub.learning_goal USING btree (day, id);
CREATE INDEX learning_goal_quarrels ON hub.learning_goal USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX learning_goal_timeline ON hub.learning_goal USING btree (caregiver, day);
CREATE INDEX learning_turn_days ON hub.learning_turn USING btree (day, id);
CREATE INDEX learning_turn_quarrels ON hub.learning_turn USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX learning_turn_timeline ON hub.learning_turn USING btree (presenter, day);
CREATE UNIQUE INDEX line_number ON hub.line USING btree (stream, number);
CREATE INDEX line_record ON hub.line USING btree (record);
CREATE INDEX lone_visit_plan_days ON hub.lone_visit_plan USING btree (day, id);
CREATE INDEX lone_visit_plan_quarrels ON hub.lone_visit_plan USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX lone_visit_plan_timeline ON hub.lone_visit_plan USING btree (caregiver, day);
CREATE INDEX member_called ON hub.member USING btree (TRIM(BOTH FROM COALESCE(first_name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX member_quarrels ON hub.member USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX mentor_session_days ON hub.mentor_session USING btree (day, id);
CREATE INDEX mentor_session_quarrels ON hub.mentor_session USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX mentor_session_timeline ON hub.mentor_session USING btree (caregiver, day);
CREATE INDEX mentoring_course ON hub.mentoring USING btree (hub.min(COALESCE(review_on, '~'::text), COALESCE(until, '~'::text)), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX mentoring_days ON hub.mentoring USING btree (since, id);
CREATE INDEX mentoring_quarrels ON hub.mentoring USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX mentoring_timeline ON hub.mentoring USING btree (caregiver, since);
CREATE INDEX monthly_return_quarrels ON hub.monthly_return USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX move_interest_course ON hub.move_interest USING btree (COALESCE(day, '~'::text) DESC, id DESC) WHERE ((gone = 0) AND (COALESCE(state, 'asked'::text) <> ALL (ARRAY['accepted'::text, 'taken back'::text])) AND (COALESCE(told_team, (0)::bigint) = 0));
CREATE INDEX move_interest_days ON hub.move_interest USING btree (day, id);
CREATE INDEX move_interest_quarrels ON hub.move_interest USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX move_interest_timeline ON hub.move_interest USING btree (person, day);
CREATE INDEX notice_days ON hub.notice USING btree (day, id);
CREATE INDEX notice_quarrels ON hub.notice USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX notice_timeline ON hub.notice USING btree (person, day);
CREATE INDEX observation_days ON hub.observation USING btree (day, id);
CREATE INDEX observation_quarrels ON hub.observation USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX observation_timeline ON hub.observation USING btree (caregiver, day);
CREATE INDEX own_answers_quarrels ON hub.own_answers USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX own_care_quarrels ON hub.own_care USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX own_step_quarrels ON hub.own_step USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX partnership_item_called ON hub.partnership_item USING btree (TRIM(BOTH FROM COALESCE(body, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX partnership_item_course ON hub.partnership_item USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX partnership_item_days ON hub.partnership_item USING btree (since, id);
CREATE INDEX partnership_item_quarrels ON hub.partnership_item USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX partnership_item_timeline ON hub.partnership_item USING btree (person, since);
CREATE INDEX performance_worry_quarrels ON hub.performance_worry USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX person_called ON hub.person USING btree (TRIM(BOTH FROM ((COALESCE(known_as, given_names, ''::text) || ' '::text) || COALESCE(surname, ''::text))) COLLATE hub.nocase, id);
CREATE INDEX person_quarrels ON hub.person USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX plan_item_course ON hub.plan_item USING btree (COALESCE(due, '~'::text), COALESCE(due, '~'::text) DESC, id DESC) WHERE ((gone = 0) AND (COALESCE(state, 'open'::text) <> ALL (ARRAY['done'::text, 'let go'::text])));
CREATE INDEX plan_item_days ON hub.plan_item USING btree (due, id);
CREATE INDEX plan_item_quarrels ON hub.plan_item USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX plan_item_timeline ON hub.plan_item USING btree (team, due);
CREATE INDEX plan_response_course ON hub.plan_response USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX plan_response_days ON hub.plan_response USING btree (since, id);
CREATE INDEX plan_response_quarrels ON hub.plan_response USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX plan_response_timeline ON hub.plan_response USING btree (caregiver, since);
CREATE INDEX policy_quarrels ON hub.policy USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX practical_task_course ON hub.practical_task USING btree (COALESCE(due, '~'::text), COALESCE(due, '~'::text) DESC, id DESC) WHERE ((gone = 0) AND (COALESCE(result, ''::text) <> 'competent'::text));
CREATE INDEX practical_task_days ON hub.practical_task USING btree (due, id);
CREATE INDEX practical_task_quarrels ON hub.practical_task USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX practical_task_timeline ON hub.practical_task USING btree (person, due);
CREATE INDEX probation_course ON hub.probation USING btree (COALESCE(until, '~'::text), id DESC, until) WHERE (gone = 0);
CREATE INDEX probation_quarrels ON hub.probation USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX process_evidence_quarrels ON hub.process_evidence USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX process_quarrels ON hub.process USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX process_stage_quarrels ON hub.process_stage USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX promise_days ON hub.promise USING btree (due, id);
CREATE INDEX promise_quarrels ON hub.promise USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX promise_timeline ON hub.promise USING btree (caregiver, due);
CREATE INDEX questionnaire_answers_days ON hub.questionnaire_answers USING btree (day, id);
CREATE INDEX questionnaire_answers_quarrels ON hub.questionnaire_answers USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX questionnaire_answers_timeline ON hub.questionnaire_answers USING btree (caregiver, day);
CREATE INDEX questionnaire_course ON hub.questionnaire USING btree (id DESC) WHERE ((gone = 0) AND (COALESCE(stopped, ''::text) = ''::text));
CREATE INDEX questionnaire_quarrels ON hub.questionnaire USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX referral_days ON hub.referral USING btree (day, id);
CREATE INDEX referral_quarrels ON hub.referral USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX referral_timeline ON hub.referral USING btree (household, day);
CREATE INDEX removed_count_quarrels ON hub.removed_count USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX request_days ON hub.request USING btree (day, id);
CREATE INDEX request_quarrels ON hub.request USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX request_timeline ON hub.request USING btree (named, day);
CREATE INDEX research_project_course ON hub.research_project USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX research_project_days ON hub.research_project USING btree (since, id);
CREATE INDEX research_project_quarrels ON hub.research_project USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX research_project_timeline ON hub.research_project USING btree (person, since);
CREATE INDEX road_plan_course ON hub.road_plan USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE ((gone = 0) AND (COALESCE(ended_on, ''::text) = ''::text));
CREATE INDEX road_plan_days ON hub.road_plan USING btree (since, id);
CREATE INDEX road_plan_quarrels ON hub.road_plan USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX road_plan_timeline ON hub.road_plan USING btree (person, since);
CREATE INDEX road_step_quarrels ON hub.road_step USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX role_course_quarrels ON hub.role_course USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX role_split_course ON hub.role_split USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX role_split_days ON hub.role_split USING btree (since, id);
CREATE INDEX role_split_quarrels ON hub.role_split USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX role_split_timeline ON hub.role_split USING btree (person, since);
CREATE INDEX safeguarding_lead_called ON hub.safeguarding_lead USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX safeguarding_lead_quarrels ON hub.safeguarding_lead USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX safety_incident_days ON hub.safety_incident USING btree (day, id);
CREATE INDEX safety_incident_quarrels ON hub.safety_incident USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX safety_incident_timeline ON hub.safety_incident USING btree (caregiver, day);
CREATE INDEX self_care_days ON hub.self_care USING btree (review_on, id);
CREATE INDEX self_care_quarrels ON hub.self_care USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX self_care_timeline ON hub.self_care USING btree (caregiver, review_on);
CREATE INDEX service_called ON hub.service USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX service_quarrels ON hub.service USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX shadow_day_days ON hub.shadow_day USING btree (day, id);
CREATE INDEX shadow_day_quarrels ON hub.shadow_day USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX shadow_day_timeline ON hub.shadow_day USING btree (person, day);
CREATE INDEX site_called ON hub.site USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX site_indicator_quarrels ON hub.site_indicator USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX site_norm_quarrels ON hub.site_norm USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX site_quarrels ON hub.site USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX site_road_quarrels ON hub.site_road USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX site_set_quarrels ON hub.site_set USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX specialism_course ON hub.specialism USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX specialism_days ON hub.specialism USING btree (since, id);
CREATE INDEX specialism_quarrels ON hub.specialism USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX specialism_timeline ON hub.specialism USING btree (caregiver, since);
CREATE INDEX stepping_in_course ON hub.stepping_in USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX stepping_in_days ON hub.stepping_in USING btree (since, id);
CREATE INDEX stepping_in_quarrels ON hub.stepping_in USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX stepping_in_timeline ON hub.stepping_in USING btree (person, since);
CREATE INDEX stressor_days ON hub.stressor USING btree (since, id);
CREATE INDEX stressor_quarrels ON hub.stressor USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX stressor_timeline ON hub.stressor USING btree (caregiver, since);
CREATE INDEX supervising_interest_quarrels ON hub.supervising_interest USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX supervision_course ON hub.supervision USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE (gone = 0);
CREATE INDEX supervision_days ON hub.supervision USING btree (since, id);
CREATE INDEX supervision_quarrels ON hub.supervision USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX supervision_timeline ON hub.supervision USING btree (caregiver, since);
CREATE INDEX support_need_days ON hub.support_need USING btree (day, id);
CREATE INDEX support_need_quarrels ON hub.support_need USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX support_need_timeline ON hub.support_need USING btree (caregiver, day);
CREATE INDEX support_plan_days ON hub.support_plan USING btree (opened, id);
CREATE INDEX support_plan_quarrels ON hub.support_plan USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX support_plan_timeline ON hub.support_plan USING btree (caregiver, opened);
CREATE INDEX survey_days ON hub.survey USING btree (day, id);
CREATE INDEX survey_quarrels ON hub.survey USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX survey_timeline ON hub.survey USING btree (team, day);
CREATE INDEX team_called ON hub.team USING btree (TRIM(BOTH FROM COALESCE(name, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX team_quarrels ON hub.team USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX thanks_days ON hub.thanks USING btree (day, id);
CREATE INDEX thanks_quarrels ON hub.thanks USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX thanks_timeline ON hub.thanks USING btree (person, day);
CREATE INDEX to_bring_days ON hub.to_bring USING btree (day, id);
CREATE INDEX to_bring_quarrels ON hub.to_bring USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX to_bring_timeline ON hub.to_bring USING btree (caregiver, day);
CREATE INDEX training_course ON hub.training USING btree (COALESCE(until, '~'::text), COALESCE(since, '~'::text) DESC, id DESC, until) WHERE ((gone = 0) AND (COALESCE(result, ''::text) <> ALL (ARRAY['attended'::text, 'competent'::text, 'not yet competent'::text, 'withdrew'::text])));
CREATE INDEX training_days ON hub.training USING btree (since, id);
CREATE INDEX training_quarrels ON hub.training USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX training_timeline ON hub.training USING btree (person, since);
CREATE INDEX unit_standard_called ON hub.unit_standard USING btree (TRIM(BOTH FROM ((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text))) COLLATE hub.nocase, id);
CREATE INDEX unit_standard_quarrels ON hub.unit_standard USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX vacancy_course ON hub.vacancy USING btree (COALESCE(since, '~'::text) DESC, id DESC) WHERE ((gone = 0) AND (COALESCE(filled_on, ''::text) = ''::text));
CREATE INDEX vacancy_days ON hub.vacancy USING btree (since, id);
CREATE INDEX vacancy_quarrels ON hub.vacancy USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX vacancy_timeline ON hub.vacancy USING btree (team, since);
CREATE INDEX vetting_days ON hub.vetting USING btree (submitted, id);
CREATE INDEX vetting_quarrels ON hub.vetting USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX vetting_timeline ON hub.vetting USING btree (person, submitted);
CREATE INDEX visit_days ON hub.visit USING btree (day, id);
CREATE INDEX visit_quarrels ON hub.visit USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX visit_timeline ON hub.visit USING btree (caregiver, day);
CREATE INDEX wellbeing_check_days ON hub.wellbeing_check USING btree (day, id);
CREATE INDEX wellbeing_check_quarrels ON hub.wellbeing_check USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX wellbeing_check_timeline ON hub.wellbeing_check USING btree (caregiver, day);
CREATE INDEX wording_quarrels ON hub.wording USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX worker_concern_called ON hub.worker_concern USING btree (TRIM(BOTH FROM COALESCE(number, ''::text)) COLLATE hub.nocase, id);
CREATE INDEX worker_concern_quarrels ON hub.worker_concern USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE INDEX worker_step_quarrels ON hub.worker_step USING btree (id) WHERE ((quarrels <> ''::text) OR (findings <> ''::text));
CREATE TRIGGER access_is_kept BEFORE UPDATE ON "desk_WR_GP1Ym8PTTyUUE".access FOR EACH ROW EXECUTE FUNCTION hub.append_only('the access log');
CREATE TRIGGER heard AFTER UPDATE OF aside ON hub.arrival FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_changed AFTER UPDATE ON hub.installation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_changed AFTER UPDATE ON hub.laptop FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_changed AFTER UPDATE ON hub.noted FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_changed AFTER UPDATE ON hub.partner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_changed AFTER UPDATE ON hub.stream FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_filled AFTER UPDATE ON hub.line FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_lines AFTER INSERT ON hub.line REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION hub.statements_came();
CREATE TRIGGER heard_new AFTER INSERT ON hub.installation FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_new AFTER INSERT ON hub.laptop FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_new AFTER INSERT ON hub.noted FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_new AFTER INSERT ON hub.partner FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER heard_new AFTER INSERT ON hub.stream FOR EACH ROW EXECUTE FUNCTION hub.heard_anew();
CREATE TRIGGER line_is_kept BEFORE DELETE ON hub.line FOR EACH ROW EXECUTE FUNCTION hub.append_only('the journal');
CREATE TRIGGER line_is_only_blanked BEFORE UPDATE ON hub.line FOR EACH ROW WHEN (((new.n <> old.n) OR (new.stream <> old.stream) OR (new.number <> old.number) OR ((old.body IS NOT NULL) AND ((new.body IS NOT NULL) OR (new.digest IS NULL) OR (new.record <> old.record))) OR ((old.body IS NULL) AND ((new.body IS NULL) OR (new.digest IS NOT NULL))))) EXECUTE FUNCTION hub.append_only('the journal');
ALTER TABLE hub.agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.appraisal ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.asking ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.aspiring ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.capability ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.capability_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.chronology_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.circle ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.circle_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.circle_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.circle_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.cohort ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.concern_advice ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.concern_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.conduct ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.consultation ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.course ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.development_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.duty_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.engagement ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.exit_talk ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.expectations ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub."extract" ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.felt_support ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.framework ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.frozen_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.goal_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.grievance ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.handing_on ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.household ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.keeping_time ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.known_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.learning_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.learning_turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.lone_visit_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.mentor_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.mentoring ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.monthly_return ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.move_interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.own_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.own_care ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.own_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.partnership_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.performance_worry ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.plan_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.plan_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.practical_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.probation ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.process ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.process_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.process_stage ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.promise ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.questionnaire ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.questionnaire_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON hub.agreement FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.appraisal FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.aspiring FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.assignment FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.check_in FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.circle FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.circle_session FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.closure FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.cohort FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.consent FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.course FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.development_item FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.duty_review FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.engagement FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub."extract" FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.framework FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.goal_review FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.handing_on FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.household FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.keeping_time FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.known_move FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.learning_goal FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.member FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.mentor_session FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.mentoring FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.notice FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.observation FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.own_step FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.partnership_item FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.policy FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.practical_task FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.promise FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.referral FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.removed_count FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.request FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.research_project FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.road_plan FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.road_step FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.role_course FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.role_split FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.safeguarding_lead FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.service FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.shadow_day FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.site FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.site_indicator FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.site_norm FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.site_road FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.site_set FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.specialism FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.stepping_in FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.supervising_interest FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.supervision FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.team FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.thanks FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.training FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.unit_standard FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.vacancy FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.vetting FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.visit FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
CREATE POLICY readers ON hub.wording FOR SELECT TO caregiver_desk_reader USING (((gone = 0) AND hub.may_read(scope)));
ALTER TABLE hub.referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.removed_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.research_project ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.road_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.road_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.role_course ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.role_split ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.safeguarding_lead ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.safety_incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.self_care ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.service ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.shadow_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.site ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.site_indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.site_norm ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.site_road ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.site_set ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.specialism ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.stepping_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.stressor ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.supervising_interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.supervision ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.support_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.support_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.team ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.thanks ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.to_bring ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.training ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.unit_standard ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.vacancy ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.vetting ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.wellbeing_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.wording ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.worker_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE hub.worker_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY writers ON hub.agreement TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.appraisal TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.asking TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.aspiring TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.assignment TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.attendance TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.capability TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.capability_view TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.check_in TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.chronology_entry TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.circle TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.circle_decision TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.circle_member TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.circle_session TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.closure TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.cohort TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.concern TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.concern_advice TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.concern_step TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.conduct TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.consent TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.consultation TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.course TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.development_item TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.duty_review TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.engagement TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.exit_talk TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.expectations TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub."extract" TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.felt_support TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.follow_up TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.framework TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.frozen_report TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.goal_review TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.grievance TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.handing_on TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.household TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.keeping_time TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.known_move TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.learning_goal TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.learning_turn TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.lone_visit_plan TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.member TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.mentor_session TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.mentoring TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.monthly_return TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.move_interest TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.notice TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.observation TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.own_answers TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.own_care TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.own_step TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.partnership_item TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.performance_worry TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.person TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.plan_item TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.plan_response TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.policy TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.practical_task TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.probation TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.process TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.process_evidence TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.process_stage TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.promise TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.questionnaire TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.questionnaire_answers TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.referral TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.removed_count TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.request TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.research_project TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.road_plan TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.road_step TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.role_course TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.role_split TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.safeguarding_lead TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.safety_incident TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.self_care TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.service TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.shadow_day TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.site TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.site_indicator TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.site_norm TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.site_road TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.site_set TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.specialism TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.stepping_in TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.stressor TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.supervising_interest TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.supervision TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.support_need TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.support_plan TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.survey TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.team TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.thanks TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.to_bring TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.training TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.unit_standard TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.vacancy TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.vetting TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.visit TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.wellbeing_check TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.wording TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.worker_concern TO caregiver_desk_writer USING (true) WITH CHECK (true);
CREATE POLICY writers ON hub.worker_step TO caregiver_desk_writer USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA dashboard TO caregiver_desk_reader;
GRANT USAGE ON SCHEMA hub TO caregiver_desk_writer;
GRANT USAGE ON SCHEMA hub TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.promise TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(check_in) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(owner) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(due) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT(reviewed) ON TABLE hub.promise TO caregiver_desk_reader;
GRANT SELECT ON TABLE dashboard.promises_by_month TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.referral TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(source) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(household) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(service) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(way) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(ground) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT(feedback) ON TABLE hub.referral TO caregiver_desk_reader;
GRANT SELECT ON TABLE dashboard.referrals_by_month TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.request TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(asked_by) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(theme) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(reply_by) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(replied_on) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(replied_by) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT(told_on) ON TABLE hub.request TO caregiver_desk_reader;
GRANT SELECT ON TABLE dashboard.requests_by_month TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.check_in TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(submission) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(source) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(minutes) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT(next_day) ON TABLE hub.check_in TO caregiver_desk_reader;
GRANT SELECT ON TABLE dashboard.talks_by_month TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.visit TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(submission) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(source) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(household) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(minutes) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(outcome) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(purposes) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(children_seen) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(with_whom) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT(safety_worry) ON TABLE hub.visit TO caregiver_desk_reader;
GRANT SELECT ON TABLE dashboard.visits_by_month TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.access_broken TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.access_point TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.acknowledged TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.agreement TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(agreed_on) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(review_on) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.agreement TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.appraisal TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.appraisal TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.arrival TO caregiver_desk_writer;
GRANT USAGE ON SEQUENCE hub.arrival_n_seq TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.asking TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.aspiring TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT(most) ON TABLE hub.aspiring TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.assignment TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(household) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(short_number) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT(joint_visit) ON TABLE hub.assignment TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.attendance TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.capability TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.capability_view TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.chronology_entry TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.circle TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(by_caregivers) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.circle TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.circle_decision TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.circle_member TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.circle_session TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(circle) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(minutes) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(number) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT(next_day) ON TABLE hub.circle_session TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.closure TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT(why) ON TABLE hub.closure TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.cohort TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(course) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(facilitator_number) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(assessor_number) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(moderator_number) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(completed) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT(circle) ON TABLE hub.cohort TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.concern TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.concern_advice TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.concern_step TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.conduct TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.consent TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(household) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(answer) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(purposes) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT(how) ON TABLE hub.consent TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.consultation TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.course TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(title) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(track) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(meant_for) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(provider) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(accreditation) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(nqf_level) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(credits) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(unit_standards) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT(counts_as) ON TABLE hub.course TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.development_item TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(track) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT(barriers) ON TABLE hub.development_item TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.duty_review TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(reviewed_by) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(within) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.duty_review TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.engagement TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(role) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT(field_days) ON TABLE hub.engagement TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.exit_talk TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.expectations TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub."extract" TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(purpose) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(what) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(records) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT(made_by) ON TABLE hub."extract" TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.felt_support TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.follow_up TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.found TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.framework TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(whom) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(version) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(words) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.framework TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.frozen_report TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.goal_review TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(goal) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(course) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT(review_on) ON TABLE hub.goal_review TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.grievance TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.handing_on TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(agreed) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT(next_day) ON TABLE hub.handing_on TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.height TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.household TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(level) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(ward) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT(enrolled) ON TABLE hub.household TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.installation TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.keeping_time TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(what) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(months) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(reason) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT(confirmed_by) ON TABLE hub.keeping_time TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.known_move TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(to_team) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.known_move TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.laptop TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.learning_goal TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(area) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(review_on) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(target) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.learning_goal TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.learning_turn TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.line TO caregiver_desk_writer;
GRANT USAGE ON SEQUENCE hub.line_n_seq TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.lone_visit_plan TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.member TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.member TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.member TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.member TO caregiver_desk_reader;
GRANT SELECT(household) ON TABLE hub.member TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.mentor_session TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT(mentoring) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.mentor_session TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.mentoring TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(mentor) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(review_on) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.mentoring TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.monthly_return TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.move_interest TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.named TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.noted TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.notice TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(given_by) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT(language) ON TABLE hub.notice TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.observation TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(asked) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT(spoken_on) ON TABLE hub.observation TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.own_answers TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.own_care TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.own_step TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(instead_of) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(step) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(what) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(days) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.own_step TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.partner TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.partnership_item TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(body) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(role) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.partnership_item TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.performance_worry TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.person TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.plan_item TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.plan_response TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.policy TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(version) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(kept_at) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(digest) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.policy TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.practical_task TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(training) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(what) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(due) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(handed_in) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(assessed) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT(result) ON TABLE hub.practical_task TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.probation TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.process TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.process_evidence TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.process_stage TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.questionnaire TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.questionnaire_answers TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.reading TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.removed_count TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(what) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(period) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT(number) ON TABLE hub.removed_count TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.research_project TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(granted) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(used) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT(presented) ON TABLE hub.research_project TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.road_plan TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(version) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(guide) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT("end") ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(ended_on) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT(decided_by) ON TABLE hub.road_plan TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.road_step TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(plan) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(due) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT(done_on) ON TABLE hub.road_step TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.role_course TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT(role) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.role_course TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.role_split TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(practice) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(supervising) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(learning) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.role_split TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.safeguarding_lead TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT(outside) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.safeguarding_lead TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.safety_incident TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.self_care TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.sent TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.service TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(area) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(phone) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(hours) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(languages) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(cost) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(partner) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(outside) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT(verified) ON TABLE hub.service TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.shadow_day TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(host) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.shadow_day TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.site TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(organisation) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(officer) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT(purposes) ON TABLE hub.site TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.site_indicator TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(told) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.site_indicator TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.site_norm TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(value) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(reason) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.site_norm TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.site_road TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(road) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(open) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.site_road TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.site_set TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(title) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(codes) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.site_set TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.span TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.specialism TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(topic) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(depth) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.specialism TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.stepping_in TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(concerns) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT(settled) ON TABLE hub.stepping_in TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.stream TO caregiver_desk_writer;
GRANT USAGE ON SEQUENCE hub.stream_s_seq TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.stressor TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.supervising_interest TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(supervision) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(appraisal) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(interest) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT(state) ON TABLE hub.supervising_interest TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.supervision TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(caregiver) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(supervisor) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(purpose) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.supervision TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.support_need TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.support_plan TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.survey TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.team TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.team TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.team TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.team TO caregiver_desk_reader;
GRANT SELECT(name) ON TABLE hub.team TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.thanks TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.thanks TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.tip TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.to_bring TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.training TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(course) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(until) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(result) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(certificate) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(seen) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(title) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(code) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(provider) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(accreditation) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(nqf_level) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(credits) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(unit_standards) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT(cohort) ON TABLE hub.training TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.turn TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.unit_standard TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(number) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(title) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(level) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(credits) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(registration_end) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(last_enrolment) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT(last_achievement) ON TABLE hub.unit_standard TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.vacancy TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(team) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(role) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(since) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT(filled_on) ON TABLE hub.vacancy TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.vetting TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(person) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(sort) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(submitted) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT(seen_by) ON TABLE hub.vetting TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.wellbeing_check TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.wording TO caregiver_desk_writer;
GRANT SELECT(id) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(scope) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(gone) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(site) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(catalogue) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(version) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(words) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(day) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT(said_by) ON TABLE hub.wording TO caregiver_desk_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.worker_concern TO caregiver_desk_writer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hub.worker_step TO caregiver_desk_writer;
