/** What `alur --help` prints. */
export const help = `alur – SOP flowcharts on the command line

  alur export FILE --to pdf|docx|xlsx|svg|png|bpmn|json --out PATH [--paper a4|f4|letter|legal|a3]
      Writes the procedure as a file. svg and png: one file a page when PATH holds %d
      ("page-%d.png"), else the first page. PATH may be a folder.
      pdf: --pdf-a makes one for the archive (PDF/A-2a).
      png: --scale 2 is 2 pixels a pt. png and svg: --transparent leaves the sheet out.
      svg: --embed-fonts puts the fonts into the file.
  alur import FILE --out FILE.sop.json [--report FILE.json]
      Reads a BPMN 2.0 file, a .sop.json, or a Word or Excel file of Alur (its data sheets, with
      what was changed there) and prints what was simplified, assumed or lost.
  alur check FILE [--json]
      Prints what the drafting rules find. Exit code 1 when there are errors.
  alur simulate FILE [--json]
      Prints every way from start to end with its time, and the load of each actor.
  alur diff BEFORE AFTER [--json]
      Prints what came (+), went (−), moved (↕) and changed (~) from one file to the other, texts
      word by word. Exit code 1 when the files differ.
  alur layout FILE --json [--paper …]
      Prints the geometry of the pages, in pt. --metrics prints how good the drawing is.
  alur serve
      Serves the application; see docs/operations.md for its environment variables.
  alur backup --out FILE
      Writes all that the server keeps into one file, also while it runs. Finds the database as
      the server does: ALUR_DATA (SQLite) or DATABASE_URL (PostgreSQL).
  alur restore FILE [--replace]
      Puts a backup of either engine into an empty database, all of it or nothing. --replace puts
      it in the place of what is there. Stop the server first.
  alur rescue EMAIL [--password] [--second-factor]
      For who cannot sign in any more and whom no administrator can help. --password prints a new
      first password, --second-factor takes the second factor off; either ends the sessions of the
      account. Finds the database as the server does, also while it runs.

FILE is a .sop.json or a BPMN 2.0 file. Bad input: one line on standard error that names the
place, exit code 2, and nothing is written.
`;
