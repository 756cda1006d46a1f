//! `facetdoc lsp`: the streams, files and clock of the editor's server.

use super::args::{Color, LspArgs};
use super::config::Configs;
use super::input::{Input, Inputs, Origin};
use super::{Error, Outcome, jobs, manuals, read, terminal, today};
use crate::article::Date;
use crate::check;
use crate::lsp::frame::{self, Frame};
use crate::lsp::{Configured, End, Fault, Queue, Server, Step, World};
use crate::source::Source;
use lsp_server::Message;
use std::collections::BTreeMap;
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::SystemTime;

pub(super) fn run(args: &LspArgs) -> Result<Outcome, Error> {
    // A day that cannot be read is told at once, not to the editor.
    today::today(&args.today)?;
    let manuals = args.manuals.as_deref().map(manuals::write).transpose()?;
    let (sender, receiver) = mpsc::channel();
    let is_broken = Arc::new(AtomicBool::new(false));
    let broken = Arc::clone(&is_broken);
    // The reader is left to itself: it ends with the stream or with the process.
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        loop {
            match frame::read(&mut input) {
                Ok(Some(frame)) => {
                    if sender.send(frame).is_err() {
                        return;
                    }
                }
                Ok(None) => return,
                Err(error) => {
                    terminal::complain(&format!("what the editor sends cannot be read: {error}"));
                    broken.store(true, Ordering::Release);
                    return;
                }
            }
        }
    });
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(jobs::STACK_BYTES);
        let server = builder.spawn_scoped(scope, move || serve(args, manuals, &receiver))?;
        let ended = server.join().unwrap_or(Ok(Outcome::Abandoned))?;
        let is_broken = is_broken.load(Ordering::Acquire);
        Ok(if is_broken { Outcome::Failed } else { ended })
    })
}

/// Works on what comes until the editor leaves; `manuals` is the folder to link to.
fn serve(
    args: &LspArgs,
    manuals: Option<PathBuf>,
    frames: &Receiver<Frame>,
) -> io::Result<Outcome> {
    let mut out = io::BufWriter::new(io::stdout());
    let mut queue = Queue::default();
    let mut server = Server::new(Desk::new(args), check::check_with);
    if let Some(folder) = manuals {
        server.link_manuals_in(&folder);
    }
    let mut is_open = true;
    loop {
        // Everything that came is looked at before the next check: typing never waits in line behind it.
        while let Ok(frame) = frames.try_recv() {
            take(frame, &mut queue, &mut out)?;
        }
        match queue.take() {
            Some(Step::Answer(answer)) => Message::from(answer).write(&mut out)?,
            Some(Step::Work(message)) => send(server.receive(message), &mut out)?,
            None => match server.catch_up() {
                Some(messages) => send(messages, &mut out)?,
                None if !is_open => return Ok(Outcome::Abandoned),
                None => match frames.recv() {
                    Ok(frame) => take(frame, &mut queue, &mut out)?,
                    Err(_) => is_open = false,
                },
            },
        }
        out.flush()?;
        match server.end() {
            Some(End::Orderly) => return Ok(Outcome::Clean),
            Some(End::Abrupt) => return Ok(Outcome::Abandoned),
            None => {}
        }
    }
}

fn take(frame: Frame, queue: &mut Queue, out: &mut impl Write) -> io::Result<()> {
    match frame {
        Frame::Message(message) => queue.push(message),
        Frame::Bad(answer) => frame::write(&answer, out)?,
    }
    Ok(())
}

fn send(messages: Vec<Message>, out: &mut impl Write) -> io::Result<()> {
    messages
        .into_iter()
        .try_for_each(|message| message.write(out))
}

/// The state of a configuration's file.
type Stamp = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// The world outside, with the configurations that were read.
#[derive(Debug)]
struct Desk<'a> {
    args: &'a LspArgs,
    read: BTreeMap<Option<PathBuf>, (Stamp, Configured)>,
}

impl<'a> Desk<'a> {
    fn new(args: &'a LspArgs) -> Self {
        Self {
            args,
            read: BTreeMap::new(),
        }
    }

    /// The configurations that could be that of an article at `path`, as they are on the disk.
    fn stamp(&self, path: Option<&Path>) -> Stamp {
        let here = env::current_dir().unwrap_or_default();
        let folder = path.and_then(Path::parent).unwrap_or(&here);
        let named = self.args.config.config.iter().cloned();
        let found = folder
            .ancestors()
            .map(|folder| folder.join(super::config::NAME));
        named
            .chain(found)
            .filter_map(|file| {
                let meta = file.metadata().ok()?;
                Some((file, meta.modified().ok(), meta.len()))
            })
            .collect()
    }
}

impl World for Desk<'_> {
    fn config(&mut self, path: Option<&Path>) -> Configured {
        let stamp = self.stamp(path);
        let key = path.map(Path::to_path_buf);
        if let Some((before, configured)) = self.read.get(&key)
            && *before == stamp
        {
            return configured.clone();
        }
        let configured = configured(self.args, path);
        self.read.insert(key, (stamp, configured.clone()));
        configured
    }

    fn forget(&mut self) {
        self.read.clear();
    }

    fn source(&self, name: &str, text: &str) -> Source {
        read::of_text(name, text.to_owned())
    }

    fn today(&self) -> Date {
        today::today(&self.args.today).unwrap_or_else(|_| Date::from_unix(0))
    }
}

fn configured(args: &LspArgs, path: Option<&Path>) -> Configured {
    let origin = path.map_or(Origin::Stdin, |path| Origin::File(path.to_path_buf()));
    let input = Input {
        name: String::new(),
        stem: PathBuf::new(),
        origin,
    };
    let inputs = Inputs {
        found: vec![input.clone()],
        ..Inputs::default()
    };
    match Configs::load(&args.config, &inputs, Color::Never) {
        Ok(configs) => Configured {
            config: configs.of(&input).clone(),
            fault: None,
        },
        Err(error) => Configured {
            config: std::sync::Arc::default(),
            fault: Some(fault(error)),
        },
    }
}

fn fault(error: Error) -> Fault {
    let message = error.to_string();
    let mistakes = match error {
        Error::Mistakes { shown, .. } => {
            let (source, problems) = *shown;
            let path = Path::new(source.name()).canonicalize().ok();
            path.map(|path| (path, source, problems))
        }
        _ => None,
    };
    Fault { message, mistakes }
}
