package quorate.app.run;

import java.nio.file.Path;
import java.util.Optional;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.engine.run.RunException;
import quorate.engine.run.RunFolder;

/// The finished runs of a workplace.
///
/// @param folder that holds them
record Runs(Path folder) {
  static Runs of(Workplace workplace) {
    return new Runs(workplace.at(workplace.settings().storage().runs()));
  }

  /// The run of this name or path, the latest one of a playbook's name, or of all for an empty
  /// name.
  ///
  /// @throws StopException when there is no run yet
  RunFolder find(String name) {
    if (!name.isEmpty()) {
      try {
        return RunFolder.find(folder, name);
      } catch (RunException missing) {
        Optional<RunFolder> ofPlaybook = RunFolder.latestOf(folder, name);
        if (ofPlaybook.isPresent()) {
          return ofPlaybook.get();
        }
        throw new WrongNameException(String.valueOf(missing.getMessage()), missing);
      }
    }
    return RunFolder.latest(folder)
        .orElseThrow(() ->
            new StopException(
                "there is no run in %s yet; ./quorate demo makes the first ones"
                    .formatted(Home.shown(folder))));
  }
}
