package quorate.app.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quorate.app.settings.QuorateSettings;
import quorate.lake.Lake;
import quorate.lake.LakeSettings;
import quorate.lake.gold.GoldStore;
import quorate.market.instrument.InstrumentCatalogue;

/// The folders and settings that a verb works with; mixed into each verb that needs them, it brings
/// `--settings`.
public final class Workplace {
  @Option(
      names = "--settings",
      paramLabel = "<file>",
      description = "Read these settings instead of quorate.yaml.")
  private @Nullable Path file;

  private @Nullable QuorateSettings settings;

  public Workplace() {}

  /// The settings, read when first asked for; the defaults when there is no `quorate.yaml`.
  ///
  /// @throws quorate.domain.settings.SettingsException when the file breaks a rule
  public QuorateSettings settings() {
    QuorateSettings read = settings;
    if (read == null) {
      Path own = Home.folder().resolve("quorate.yaml");
      if (file != null) {
        read = QuorateSettings.read(file);
      } else {
        read = Files.exists(own) ? QuorateSettings.read(own) : QuorateSettings.defaults();
      }
      settings = read;
    }
    return read;
  }

  /// A path of the settings as an absolute one.
  public Path at(Path setting) {
    return Home.folder().resolve(setting).normalize();
  }

  /// The lake, which may still be empty.
  public Lake lake() {
    return Lake.open(lakeSettings(), Clock.systemUTC());
  }

  /// The feature tables made of it.
  public GoldStore gold() {
    return GoldStore.of(lakeSettings(), Clock.systemUTC());
  }

  private LakeSettings lakeSettings() {
    QuorateSettings all = settings();
    return new LakeSettings(
        at(all.data().lake()),
        at(all.data().tapes()),
        all.storage().lakeMemoryMegabytes(),
        all.storage().lakeThreads(),
        all.storage().lakePatience());
  }

  /// Who works here, for receipts.
  public String who() {
    return System.getProperty("user.name", "unknown");
  }

  /// The instruments that can be named: those that ship with Quorate and the user's own.
  public InstrumentCatalogue instruments() {
    Path own = at(settings().data().instruments());
    InstrumentCatalogue builtIn = InstrumentCatalogue.builtIn();
    return Files.exists(own) ? builtIn.with(own, System::getenv) : builtIn;
  }
}
