/** The project file that `pmed init` writes: every setting with what it means; commented out, as it is without the file. */

export const CONFIG = `# Settings of pmed for this folder and those below it. A line that begins with # is switched off and shows what holds
# without it, or an example. What is typed on the command line wins over this file. What holds, and why:  pmed config
version: 1

# What is read where the command line names nothing: files, folders and patterns, relative to this file.
# inputs: ["reports/**/*.pdf"]
# What folders and patterns leave out: a name at any depth, or a path from this file on.
# exclude: ["drafts", "*.bak.md"]

# rules:
#   # Packs of your own, relative to this file. How they are written: docs/rules.md
#   packs: [./rules/example.yaml]
#   # Rules and themes that are switched off. All of them:  pmed rules list
#   disable: [themes/defence]

# document:
#   # When the documents were published: auto, or a date such as 2024-03-14, 2024-03 or 2024.
#   date: auto
#   # The same by pattern; of several that fit a file the last holds.
#   dates: { "reports/2016-*.pdf": 2016-09-07 }
#   # First day of the financial year, as month and day; auto goes by the text and its country.
#   fiscal-year: auto
#   # How 03/04/2025 is read: dmy, mdy, or auto.
#   date-order: auto
#   # Who "we" is.
#   publisher: NHS England
#   # The language of all documents, auto or en.
#   language: auto
#   # The number printed on the first page, for PDFs that do not say it.
#   page-offset: auto
#   # How places are cited.
#   cite: "{publisher} ({year}), {place}"
#   # When events are on which dates hang.
#   events: { Royal Assent: 2025-03-01 }

# input:
#   # Least share of pages with text; below it a document counts as not read.
#   min-text-coverage: 0.9
#   max-size-mb: 200
#   # Whether a document that is not in English counts as not read.
#   require-language: false
#   # Seconds that reading one document may take.
#   timeout-s: 120

# commitments:
#   # The weakest that pmed commitments shows: binding, firm, planned, aimed or wished.
#   min-strength: wished
#   # Whether commitments stay that the text reports of others.
#   include-reported: true
#   # Full names of bodies, by what the texts call them.
#   actors: { NHSE: NHS England }

# timeline:
#   # Times such as "in due course": keep or drop.
#   vague: keep

# themes:
#   # Schemes to look for: policy, sdg, or those of your own packs.
#   schemes: [policy]
#   # How many themes of each kind pmed themes shows.
#   top: 12

# check:
#   # What makes exit code 1: error, warning, note, any, none, or rules. All of them:  pmed rules list check
#   fail-on: error
#   # More warnings than these make exit code 1 too; null for any number.
#   max-warnings: null
#   # How grave what a rule finds is: error, warning, note, or off.
#   levels: { no-owner: error, weak-verb: off }
#   # Findings that are accepted. Record them:  pmed baseline create
#   baseline: pmed-baseline.json

# diff:
#   # What makes exit code 1: error, warning, note, any, none, or kinds of change.
#   fail-on: none
#   # How alike two commitments must be to be the same one, 0 to 1.
#   match: 0.6
#   # How grave a kind of change is.
#   levels: { added: note, weakened: error }
#   # Changes that are accepted. Record them:  pmed baseline create --diff old.pdf new.pdf
#   baseline: pmed-baseline.json

# What is accepted, with reasons; without this line pmed.ignore.yaml beside this file, if it is there.
# ignore: pmed.ignore.yaml

# What people said of what was found; without this line pmed.review.yaml beside this file, if it is there.
# Write it:  pmed review export report.pdf -o review.xlsx, then pmed review import review.xlsx
# review: pmed.review.yaml

# output:
#   # Files that pmed analyse also writes, relative to this one.
#   files: [out/report.json]
#   # Columns of screens.
#   width: 80
`;
