package quorate.app.terminal;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of Quorate and of the JVM that runs it.
public final class Version implements IVersionProvider {
  /// The version in the jar's manifest; `development` where there is no jar.
  public static String ofQuorate() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Quorate " + ofQuorate(),
      "Java %s, %s".formatted(Runtime.version(), System.getProperty("java.vm.vendor"))
    };
  }
}
