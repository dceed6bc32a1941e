-- As with sessions and payments: nobody is invoiced who was deleted in the same moment.
CREATE TRIGGER invoices_of_live_clients AFTER INSERT ON invoices REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_deleted_clients();
