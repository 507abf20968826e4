//! Pages and forms as a browser sees them, without one: one program, since each takes long to link.

mod accounts;
mod administration;
mod announcements;
mod door;
mod entrance;
mod instruments;
mod live;
mod many;
mod market;
mod messages;
mod neighbours;
mod newsletters;
mod notices;
mod own_account;
mod payloads;
mod people;
mod pictures;
mod places;
mod scripts;
mod searches;
mod statements;
mod trading;
