-- How the people of one client book in the portal, where it is not as the organization set it for everybody.
CREATE TYPE "PortalBooking" AS ENUM ('OFF', 'REQUEST', 'DIRECT');

ALTER TABLE "clients" ADD COLUMN "portal_booking" "PortalBooking";
