//! `facetdoc completions` and `facetdoc man`: made from the same definitions as the help.

use super::args::{Cli, ManArgs};
use super::input::displayed;
use super::refusal::refusal;
use super::write::{self, write_file};
use super::{Error, Outcome, terminal};
use crate::rules::{self, FAMILIES};
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Error> {
    let mut made = Vec::new();
    clap_complete::generate(shell, &mut with_names(), "facetdoc", &mut made);
    if shell == clap_complete::Shell::Fish {
        write_rules_for_fish(&mut made)?;
    }
    if shell == clap_complete::Shell::PowerShell {
        made = with_rules_for_powershell(&String::from_utf8_lossy(&made)).into_bytes();
    }
    terminal::print_result(|out| out.write_all(&made))?;
    Ok(Outcome::Clean)
}

/// The names of the rules after `explain`: the generator leaves out the values of what has no option before it for fish.
fn write_rules_for_fish(out: &mut Vec<u8>) -> io::Result<()> {
    for rule in rules::all() {
        let about = rule.summary.replace('\\', "\\\\").replace('\'', "\\'");
        writeln!(
            out,
            "complete -c facetdoc -n \"__fish_facetdoc_using_subcommand explain\" -f -a '{}' -d '{about}'",
            rule.name
        )?;
    }
    Ok(())
}

/// The same for PowerShell, where each command has the list of what may follow it.
fn with_rules_for_powershell(made: &str) -> String {
    let rules = rules::all().map(|rule| {
        let (name, about) = (rule.name, rule.summary.replace('\'', "''"));
        format!(
            "            [CompletionResult]::new('{name}', '{name}', [CompletionResultType]::ParameterValue, '{about}')\n"
        )
    });
    let head = "        'facetdoc;explain' {\n";
    made.replace(head, &(head.to_owned() + &rules.collect::<String>()))
}

/// The commands with the names of the rules and families where one may be typed.
fn with_names() -> Command {
    let rules = || rules::all().map(|rule| rule.name);
    let families = FAMILIES.iter().map(|family| family.name);
    let all: Vec<&str> = rules().chain(families).collect();
    let of_list = |arg: Arg| arg.value_parser(PossibleValuesParser::new(&all));
    let of_rule = |arg: Arg| arg.value_parser(PossibleValuesParser::new(rules()));
    Cli::command()
        .mut_subcommand("check", |check| {
            check.mut_arg("select", of_list).mut_arg("ignore", of_list)
        })
        .mut_subcommand("explain", |explain| explain.mut_arg("rule", of_rule))
}

pub(super) fn man(args: &ManArgs) -> Result<Outcome, Error> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &args.output_dir {
        return write_pages(&program, folder);
    }
    if args.command.is_empty() {
        terminal::print_result(|out| write_man(&program, out))?;
        return Ok(Outcome::Clean);
    }
    let mut command = &program;
    for name in &args.command {
        let found = command.find_subcommand(name);
        command = found.ok_or_else(|| Error::UnknownCommand(args.command.join(" ")))?;
    }
    let page = page_of(command);
    terminal::print_result(|out| page.render(out))?;
    Ok(Outcome::Clean)
}

/// The manual page of a command. Where pages have their date it has the version: a clock would change the page every day, and
/// an empty field lets what follows slip into its place.
fn page_of(command: &Command) -> Man {
    let version = concat!("facetdoc ", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone())
        .date(version)
        .source(version)
        .manual("facetdoc")
}

/// A page for the program and one for each command.
fn write_pages(program: &Command, folder: &Path) -> Result<Outcome, Error> {
    let mut commands = vec![program];
    let mut outcome = Outcome::Clean;
    if let Err(error) = write::create(folder) {
        let why = refusal(&error);
        terminal::complain(&format!("{}: cannot be made: {why}", displayed(folder)));
        return Ok(Outcome::Failed);
    }
    while let Some(command) = commands.pop() {
        commands.extend(command.get_subcommands().filter(|one| !one.is_hide_set()));
        let page = page_of(command);
        let path = folder.join(page.get_filename());
        let mut made = Vec::new();
        page.render(&mut made)?;
        if let Err(error) = write_file(&path, &made) {
            let why = refusal(&error);
            terminal::complain(&format!("{}: cannot be written: {why}", displayed(&path)));
            outcome = Outcome::Failed;
        } else {
            terminal::note(&format!("wrote {}", displayed(&path)));
        }
    }
    Ok(outcome)
}

/// One page for the program and all of its commands.
fn write_man(program: &Command, out: &mut dyn Write) -> io::Result<()> {
    let page = page_of(program);
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    for command in program.get_subcommands() {
        write_command(command, out)?;
    }
    page.render_extra_section(out)?;
    page.render_version_section(out)
}

/// A command as a section of the page; its own sections become subsections.
fn write_command(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    let page = page_of(command);
    let mut made = Vec::new();
    page.render_synopsis_section(&mut made)?;
    page.render_description_section(&mut made)?;
    page.render_options_section(&mut made)?;
    page.render_extra_section(&mut made)?;
    let made = String::from_utf8_lossy(&made);
    writeln!(
        out,
        ".SH \"FACETDOC {}\"",
        command.get_name().to_uppercase()
    )?;
    out.write_all(
        made.replace("\n.SH ", "\n.SS ")
            .replacen(".SH ", ".SS ", 1)
            .as_bytes(),
    )
}
