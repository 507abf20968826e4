//! How long loading and embedding take and how much memory, on Linux: `cargo run --release -p model --example measure_model`.

#![expect(clippy::print_stdout, reason = "it is what this program is for")]

use model::{Model, dot};
use std::error::Error;
use std::fs;
use std::hint::black_box;

const WORD: &str = "fontanero";
const LISTING: &str = "Plumbing repairs: leaking taps, blocked drains, geyser replacement. I come to your house, bring my \
    own tools and charge for the hours that I work. Weekdays after four, and all day on Saturdays. ";

fn main() -> Result<(), Box<dyn Error>> {
    let (model, loading) = timed(Model::load)?;
    let model = model?;
    println!("loading            {loading:>8.0} ms");
    memory()?;
    let long = LISTING.repeat(20);
    for (name, text, times) in
        [("a word", WORD, 500_u32), ("a listing", LISTING, 200), ("the longest text", &long, 50)]
    {
        let (_, taken) = timed(|| {
            for _ in 0..times {
                black_box(model.embed(black_box(text)));
            }
        })?;
        println!("{name:<18} {:>8.2} ms", taken / f64::from(times));
    }
    let vectors = vec![model.embed(LISTING); 10_000];
    let word = model.embed(WORD);
    let (_, products) = timed(|| {
        for _ in 0..100 {
            black_box(vectors.iter().map(|vector| dot(vector, black_box(&word))).fold(0.0, f32::max));
        }
    })?;
    println!("10,000 products    {:>8.2} ms", products / 100.0);
    Ok(())
}

/// What the work answers, and how many milliseconds of processor it took: not of the clock, as others may be at work. The
/// kernel adds them up a few times in a hundredth of a second, so short work is to be repeated.
fn timed<T>(work: impl FnOnce() -> T) -> Result<(T, f64), Box<dyn Error>> {
    let start = processor_ns()?;
    let answer = black_box(work());
    Ok((answer, (processor_ns()? - start) as f64 / 1e6))
}

fn processor_ns() -> Result<u64, Box<dyn Error>> {
    let times = fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(times.split(' ').next().ok_or("the kernel counts no time")?.parse()?)
}

/// What is in memory now, how much of that is the process's own, and the most there was.
fn memory() -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let wanted = ["VmRSS", "RssAnon", "VmHWM"];
    for line in status.lines().filter(|line| wanted.iter().any(|name| line.starts_with(name))) {
        println!("{line}");
    }
    Ok(())
}
