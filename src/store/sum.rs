//! The sum in answer files and replies, which shows that one was damaged or changed. It proves nothing
//! against intent: whoever changes a file on purpose can work it out anew.

use serde_json::Value;

use crate::store::strict;

/// The placeholder for the sum while it is computed.
pub const NO_SUM: &str = "00000000";

/// Computes the sum of `text`, which contains it as `sum`: the CRC-32 of its bytes with zeros
/// in that place and the line ends of the form.
pub fn sum_of(text: &str, sum: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let zeroed = lines.replacen(&written(sum), &written(NO_SUM), 1);
    format!("{:08x}", crc32fast::hash(format!("{}\n", zeroed.trim_end()).as_bytes()))
}

/// Returns `text`, which contains [`NO_SUM`], with its sum in that place.
pub fn with_sum(text: &str) -> String {
    text.replacen(&written(NO_SUM), &written(&sum_of(text, NO_SUM)), 1)
}

/// Whether the answer file in `text` is as this program saved it. Files without a sum, as earlier versions
/// wrote them, count as such.
pub fn fits_its_sum(text: &str) -> bool {
    let Ok(Value::Object(whole)) = strict::parse(text, "") else { return true };
    match whole.get("check") {
        None => true,
        Some(Value::String(sum)) => *sum == sum_of(text, sum),
        Some(_) => false,
    }
}

fn written(sum: &str) -> String {
    format!("\"check\": \"{sum}\"")
}
