package quorate.app.home;

import java.nio.file.Path;

/// The project's own folder, where `quorate.yaml`, the playbooks, the data and the runs lie.
///
/// The launcher says where it is; without the launcher it is the current folder.
public final class Home {
  private Home() {}

  public static Path folder() {
    return Path.of(System.getProperty("quorate.home", "")).toAbsolutePath().normalize();
  }

  /// A path as a person would write it: relative to the current folder where it lies inside.
  public static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
