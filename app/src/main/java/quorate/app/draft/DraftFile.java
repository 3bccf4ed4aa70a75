package quorate.app.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;

/// Writes a draft where the user will find it, never over a file that is there.
public final class DraftFile {
  private DraftFile() {}

  /// Writes `<name>.yaml` into a folder, which is made when it is missing.
  ///
  /// @param name lower-case letters, digits and dashes
  /// @throws StopException when the name is another, the file is there already or cannot be written
  public static Path write(Path folder, String name, String text) {
    Path file = requireFree(folder, name);
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new StopException("%s cannot be written: %s".formatted(Home.shown(file), e), e);
    }
  }

  /// Where a draft of this name will be written.
  ///
  /// @throws StopException when the name cannot be one, or its file is there already
  public static Path requireFree(Path folder, String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new WrongNameException(
          "name must be lower-case letters, digits and dashes, but was \"%s\"; try %s"
              .formatted(name, MappingDraft.plain(name)));
    }
    Path file = folder.resolve(name + ".yaml");
    if (Files.exists(file)) {
      throw new StopException(
          "%s is there already; choose another name, or delete it first"
              .formatted(Home.shown(file)));
    }
    return file;
  }
}
