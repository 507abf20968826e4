//! The index from outside: what is found, why, and in which order.

mod answers;
mod meaning;
mod properties;
mod world;
