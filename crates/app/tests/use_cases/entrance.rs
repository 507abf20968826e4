//! Stronger sign-in: passkeys, authenticators, recovery codes, being asked again, and the way back.

mod again;
mod authenticator;
mod devices;
mod offices;
mod passkeys;
mod programs;
mod way_back;
