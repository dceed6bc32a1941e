-- Passcodes and one-time links must not stay readable once their mail has left.
alter table outbox_mails add column holds_secret boolean not null default false;
update outbox_mails set holds_secret = true
where source like 'passcode:%' or source like 'welcome-contact:%' or source like 'account-welcome:%' or source like 'email-change:%';
update outbox_mails set subject = '', html = '', text = '' where holds_secret and state in ('SENT', 'FAILED', 'CANCELLED');
