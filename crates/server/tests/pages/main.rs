//! Pages and forms as a browser sees them, without one: one program, since each takes long to link.

mod accounts;
mod administration;
mod door;
mod entrance;
mod instruments;
mod many;
mod market;
mod messages;
mod neighbours;
mod own_account;
mod people;
mod pictures;
mod places;
mod scripts;
mod statements;
mod trading;
