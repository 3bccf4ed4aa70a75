package quorate.learning.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a run is made from, enough to make the same again, and what came of it.
///
/// @param id name of the run's folder
/// @param kind `training`
/// @param algorithm such as `ppo`
/// @param world such as `CartPole-v1`
/// @param preset where the settings come from that were not given one by one
/// @param seed of all chance
/// @param settings every setting of the algorithm by its name
/// @param run how it is watched, kept and ended
/// @param startedAt wall-clock time, ISO in UTC; for people, never an input
/// @param code SHA-256 over the program that ran, hexadecimal
/// @param runsOn such as `512-bit vectors`
/// @param java version and maker of the JVM
/// @param result none while it is under way, or when the process was killed
public record TrainingManifest(
    String id,
    String kind,
    String algorithm,
    String world,
    String preset,
    long seed,
    Map<String, String> settings,
    RunSettings run,
    String startedAt,
    String code,
    String runsOn,
    String java,
    @Nullable RunResult result) {
  public static final String KIND = "training";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public TrainingManifest {
    if (!KIND.equals(kind)) {
      throw new IllegalArgumentException("kind must be " + KIND + ", but was " + kind);
    }
    there("id", id);
    there("algorithm", algorithm);
    there("world", world);
    there("preset", preset);
    there("settings", settings);
    there("run", run);
    there("startedAt", startedAt);
    there("code", code);
    there("runsOn", runsOn);
    there("java", java);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /// A file that was changed by hand may lack anything.
  private static void there(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be said, but is not there");
    }
  }

  /// The same with what came of it.
  public TrainingManifest with(@Nullable RunResult other) {
    return new TrainingManifest(
        id, kind, algorithm, world, preset, seed, settings, run, startedAt, code, runsOn, java,
        other);
  }

  /// Everything in one list, as logs show it.
  public SequencedMap<String, String> parameters() {
    SequencedMap<String, String> all = whose();
    all.put("preset", preset);
    all.put("steps", Long.toString(run.steps()));
    all.put("code", code);
    all.put("runs_on", runsOn);
    all.put("java", java);
    return all;
  }

  /// What decides whether a checkpoint fits.
  SequencedMap<String, String> whose() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    all.put("algorithm", algorithm);
    all.put("world", world);
    all.put("seed", Long.toString(seed));
    all.putAll(settings);
    return all;
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  /// @throws RunException when the text is no manifest of a training run
  static TrainingManifest fromJson(String text, String where) {
    try {
      @Nullable TrainingManifest manifest = JSON.readValue(text, TrainingManifest.class);
      if (manifest != null) {
        return manifest;
      }
      throw new IllegalArgumentException("it says null");
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RunException(
          "%s must be the manifest of a training run, but is not: %s; put it back as it was, or begin the run again"
              .formatted(where, reason(e)),
          e);
    }
  }

  /// What a rule of ours says, where one was broken, and else the reader's first line.
  private static String reason(RuntimeException failure) {
    Throwable first = failure.getCause() instanceof IllegalArgumentException ours ? ours : failure;
    return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
  }
}
