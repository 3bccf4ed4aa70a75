package quorate.app.run;

import picocli.CommandLine.Parameters;
import quorate.app.home.Workplace;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.engine.run.RunFolder;

/// The finished run that a verb works with; mixed into each verb that needs one, it brings `<run>`.
final class ChosenRun {
  @Parameters(
      arity = "0..1",
      paramLabel = "<run>",
      description = "A folder of runs/, or a playbook: its latest run.")
  private String name = "";

  ChosenRun() {}

  /// The run of the name that was given, or the latest one of the workplace.
  ///
  /// @throws WrongNameException when no run has the name
  /// @throws StopException when there is no run yet
  RunFolder in(Workplace workplace) {
    return Runs.of(workplace).find(name);
  }
}
