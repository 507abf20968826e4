//! What people do, through the use cases of the program, on whichever database is asked for.
//!
//! One program: each would compile the asynchronous functions that it calls once more.

mod administering;
mod announcements;
mod books;
mod demo;
mod demo_texts;
mod entrance;
mod live;
mod many;
mod many_tables;
mod market;
mod messages;
mod neighbours;
mod newsletters;
mod numbers;
mod people;
mod requests;
mod signing_in;
mod trades;
