//! What is made from the list of commands: the client of the pages and the permissions. A test fails on a difference.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use ts_rs::{Config, TS, TypeVisitor};

use super::{Bare, COMMANDS, Command};

/// The types of a command's arguments and of its answer.
pub struct Shape {
    arguments: fn(&mut Types) -> Option<String>,
    answer: fn(&mut Types) -> String,
    /// Says in what an answer differs from its type.
    pub fits: fn(Json) -> Result<(), String>,
}

impl Shape {
    pub const fn of<A: TS + 'static, R: TS + DeserializeOwned + 'static>() -> Shape {
        Shape {
            arguments: |types| {
                (TypeId::of::<A>() != TypeId::of::<Bare>()).then(|| types.add::<A>())
            },
            answer: |types| types.add::<R>(),
            fits: |answer| {
                serde_json::from_value::<R>(answer)
                    .map(drop)
                    .map_err(|error| error.to_string())
            },
        }
    }
}

/// The types declared so far, by name.
#[derive(Default)]
pub struct Types {
    declared: BTreeMap<String, String>,
    seen: HashSet<TypeId>,
}

impl Types {
    fn config() -> Config {
        Config::new().with_large_int("number")
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        let config = Types::config();
        if self.seen.insert(TypeId::of::<T>()) {
            // Only what is derived has a declaration; the rest is written where it is used.
            if T::output_path().is_some() {
                let about = T::docs().unwrap_or_default();
                let declaration = format!("{about}export {}\n", T::decl(&config));
                self.declared.insert(T::ident(&config), declaration);
            }
            T::visit_dependencies(self);
        }
        T::name(&config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

const HEAD: &str = "\
/* Made from the list of commands in src-tauri/src/commands; `WRITE=1 cargo test generated` writes it again. */
import { HostError, type Host, type HostEvents } from './host';

";

const CLASS: &str = "
/** Asks the core with typed arguments and answers. */
export class Client {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async #ask<T>(command: string, args: object = {}): Promise<T> {
    try {
      return (await this.#host.call(command, args as Record<string, unknown>)) as T;
    } catch (cause) {
      throw HostError.from(cause);
    }
  }

  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    return this.#host.on(event, listener);
  }
";

fn client() -> String {
    let mut types = Types::default();
    let mut methods = String::new();
    for Command {
        name, about, shape, ..
    } in COMMANDS
    {
        let mut words = name.split('_');
        let mut method = words.next().unwrap_or_default().to_owned();
        for word in words {
            method.push_str(&word[..1].to_uppercase());
            method.push_str(&word[1..]);
        }
        let answer = (shape.answer)(&mut types);
        let (takes, gives) = match (shape.arguments)(&mut types) {
            Some(arguments) => (format!("args: {arguments}"), ", args"),
            None => (String::new(), ""),
        };
        let _ = write!(
            methods,
            "\n  /** {about} */\n  {method}({takes}): Promise<{answer}> {{\n    return this.#ask('{name}'{gives});\n  }}\n"
        );
    }
    let declared: Vec<String> = types.declared.into_values().collect();
    format!("{HEAD}{}{CLASS}{methods}}}\n", declared.join("\n"))
}

fn permissions() -> String {
    let names: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!("  \"{}\",\n", command.name))
        .collect();
    format!(
        "# Made from the list of commands in src-tauri/src/commands; `WRITE=1 cargo test generated` writes it again.\n\
         [[permission]]\nidentifier = \"allow-commands\"\ndescription = \"Lets the pages ask the core.\"\n\
         commands.allow = [\n{}]\n",
        names.concat()
    )
}

/// Compares a committed file with what it is made from, or writes it where that is asked for.
fn holds(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("WRITE").is_some() {
        fs::write(&file, made).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(
        committed, made,
        "{path} is not what the list of commands makes: WRITE=1 cargo test generated"
    );
}

#[test]
fn the_client_is_that_of_the_list() {
    holds("ui/src/lib/host/client.ts", &client());
}

#[test]
fn the_permissions_are_those_of_the_list() {
    holds("src-tauri/permissions/app.toml", &permissions());
}

#[test]
fn no_command_takes_a_path() {
    // Paths come from dialogs and drops that Rust handles; a page that could name one could read any file.
    let client = client();
    let mut arguments = client
        .split("export ")
        .filter(|declared| {
            declared
                .split([' ', '='])
                .nth(1)
                .is_some_and(|name| name.ends_with("Args"))
        })
        .peekable();
    assert!(arguments.peek().is_some());
    for declared in arguments {
        for word in ["path", "file", "folder"] {
            assert!(!declared.contains(&format!(" {word}:")), "{declared}");
            assert!(!declared.contains(&format!(" {word}?:")), "{declared}");
        }
    }
}
