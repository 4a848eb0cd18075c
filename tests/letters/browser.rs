//! The form of a letter in a real browser: filled in, saved, and the reply taken over.
//!
//! Chromium is driven through its pipe of commands. Where it is not installed, the test says so and
//! ends.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use obligato::letter::letter_form;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::read_reply;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::letters::{answers, put, to_vendor};
use crate::store::against;

/// A browser, and the two ends of its pipe.
struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    next: u64,
}

impl Browser {
    /// Starts the browser with `folder` as its home; nothing where there is none.
    fn start(folder: &Path) -> Option<Self> {
        let found = Command::new("sh").args(["-c", "command -v chromium"]).output().ok()?;
        if !found.status.success() {
            return None;
        }
        let (into, out) = (folder.join("into"), folder.join("out"));
        let made = Command::new("mkfifo").args([&into, &out]).status().ok()?;
        assert!(made.success(), "two pipes");
        // The browser reads commands from descriptor 3 and writes to 4.
        let script = "exec chromium --headless --no-sandbox --disable-gpu --no-first-run --remote-debugging-pipe \
                      --user-data-dir=\"$1/profile\" about:blank 3<\"$1/into\" 4>\"$1/out\"";
        let child = Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(folder)
            .env("HOME", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser starts");
        let to = File::options().write(true).open(&into).expect("a pipe");
        let from = BufReader::new(File::open(&out).expect("a pipe"));
        Some(Self { child, to, from, next: 0 })
    }

    /// Sends a command and waits for what it gives.
    fn send(&mut self, session: Option<&str>, method: &str, params: &Value) -> Value {
        self.next += 1;
        let mut message = json!({ "id": self.next, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).expect("the browser listens");
        loop {
            let mut bytes = Vec::new();
            self.from.read_until(0, &mut bytes).expect("the browser speaks");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let said: Value = serde_json::from_str(text.trim_end_matches('\0')).expect("JSON");
            if said["id"] == json!(self.next) {
                assert!(said.get("error").is_none(), "{method}: {said}");
                return said["result"].clone();
            }
        }
    }

    /// Opens `page`, and gives the session in which it is.
    fn open(&mut self, page: &Path, downloads: &Path) -> String {
        let folder = json!({ "behavior": "allow", "downloadPath": downloads });
        self.send(None, "Browser.setDownloadBehavior", &folder);
        let target = self.send(None, "Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session =
            self.send(None, "Target.attachToTarget", &attach)["sessionId"].as_str().expect("a name").to_owned();
        self.send(Some(&session), "Page.enable", &json!({}));
        self.send(Some(&session), "Page.navigate", &json!({ "url": format!("file://{}", page.display()) }));
        self.wait(&session, "document.readyState === 'complete' && !!document.getElementById('reply')");
        session
    }

    /// What an expression gives in the page.
    fn evaluate(&mut self, session: &str, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true });
        let result = self.send(Some(session), "Runtime.evaluate", &params);
        assert!(result.get("exceptionDetails").is_none(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    fn wait(&mut self, session: &str, expression: &str) {
        let start = Instant::now();
        while self.evaluate(session, expression) != json!(true) {
            assert!(start.elapsed() < Duration::from_secs(20), "never true: {expression}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Clicks what the selector finds, as a mouse does.
    fn click(&mut self, session: &str, selector: &str) {
        let place = format!(
            "(() => {{ const it = document.querySelector({selector:?}); it.scrollIntoView({{ block: 'center' }}); \
             const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
        );
        let at = self.evaluate(session, &place);
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.send(Some(session), "Input.dispatchMouseEvent", &params);
        }
    }

    /// Clicks into a field and types.
    fn type_into(&mut self, session: &str, selector: &str, text: &str) {
        self.click(session, selector);
        self.send(Some(session), "Input.insertText", &json!({ "text": text }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The only file in `folder` whose name ends in `.json`, once it is whole.
fn saved(folder: &Path) -> String {
    let start = Instant::now();
    loop {
        let files = fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
        let mut found = files.filter(|it| it.extension().is_some_and(|it| it == "json"));
        if let Some(path) = found.next() {
            let text = fs::read_to_string(&path).expect("UTF-8");
            if text.ends_with("}\n") {
                fs::remove_file(&path).expect("a file");
                return text;
            }
        }
        assert!(start.elapsed() < Duration::from_secs(20), "nothing was saved");
        std::thread::sleep(Duration::from_millis(30));
    }
}

fn option(question: &str, value: &str) -> String {
    format!("fieldset[data-question='{question}'] input[value='{value}']")
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that does not run says so")]
fn a_form_filled_in_a_browser_gives_a_reply_that_is_taken_over() {
    let (pack, folder) = (shipped::pack(), TempDir::new().expect("a folder"));
    let file = answers(&pack);
    put(&file, &pack, folder.path());
    let session = Session::new(&pack, file.assessment.clone());
    let page = folder.path().join("letter.html");
    fs::write(&page, letter_form(&to_vendor(&file, &session), shipped::words())).expect("a writable folder");
    let Some(mut browser) = Browser::start(folder.path()) else {
        eprintln!("skipped: chromium is not installed here");
        return;
    };
    let downloads = folder.path().join("downloads");
    fs::create_dir(&downloads).expect("a writable folder");
    let at = browser.open(&page, &downloads);
    // Nothing is saved of an empty form, nor without a name.
    browser.click(&at, "button");
    browser.wait(&at, "document.getElementById('fault').textContent !== ''");
    for (question, value) in [
        ("unreadable", "true"),
        ("unreadable", "false"),
        ("vendor_access", "true"),
        ("clause_security", "yes"),
        ("clause_breach", "false"),
        ("subprocessors", "true"),
        ("breach_status", "no"),
        ("reach", "vendor_in_country_of_concern"),
        ("reach", "none"),
    ] {
        browser.click(&at, &option(question, value));
    }
    browser.click(&at, "button");
    browser.wait(&at, "document.getElementById('saved').hidden && document.getElementById('fault').textContent !== ''");
    let evidence = "fieldset[data-question='clause_security'] .evidence";
    browser.type_into(&at, evidence, "Terms \u{201c}4.2\u{201d} <b>\u{202e}x");
    browser.type_into(&at, "#by", "Zoë Doe, Acme");
    browser.click(&at, "button");
    browser.wait(&at, "!document.getElementById('saved').hidden");
    let reply = saved(&downloads);
    let read = read_reply(&reply, "it", &file, &against(&pack)).expect("a sound reply");
    assert_eq!((read.by.as_str(), read.answers.len()), ("Zoë Doe, Acme", 7), "{reply}");
    let whole: Value = serde_json::from_str(&reply).expect("JSON");
    assert_eq!(whole["answers"]["clause_security"]["evidence"], json!("Terms \u{201c}4.2\u{201d} <b> x"));
    assert_eq!(whole["answers"]["reach"]["value"], json!(["residents_of_other_states"]), "what stood there stands");
    assert_eq!(crate::schemas::wrong(&obligato::schema::Schema::from_name("reply").expect("a schema"), &whole), "");
    fs::write(folder.path().join("reply.json"), &reply).expect("a writable folder");
    let (code, out, error) = run(folder.path(), &["merge", "a.json", "reply.json", "--yes"], b"");
    assert_eq!(code, Some(0), "{out}{error}");
    let text = fs::read_to_string(folder.path().join("a.json")).expect("answers");
    assert_eq!(text.matches("\"basis\": \"vendor\"").count(), 7, "{text}");
}
