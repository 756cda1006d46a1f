//! `facetdoc completions` and `facetdoc man`: made from the same definitions as the help.

use super::args::Cli;
use super::{Error, Outcome, terminal};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::io::{self, Write};

pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Error> {
    let mut made = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "facetdoc", &mut made);
    terminal::print_result(|out| out.write_all(&made))?;
    Ok(Outcome::Clean)
}

pub(super) fn man() -> Result<Outcome, Error> {
    terminal::print_result(write_man)?;
    Ok(Outcome::Clean)
}

/// One page for the program and all of its commands.
fn write_man(out: &mut dyn Write) -> io::Result<()> {
    let mut program = Cli::command();
    program.build();
    let page = Man::new(program.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    let commands = program.get_subcommands();
    for command in commands.filter(|command| command.get_name() != "help") {
        write_command(command, out)?;
    }
    page.render_extra_section(out)?;
    page.render_version_section(out)
}

/// A command as a section of the page; its own sections become subsections.
fn write_command(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    let page = Man::new(command.clone());
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
