package quorate.app.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.learning.run.Evaluation;
import quorate.learning.run.RunResult;
import quorate.learning.run.TrainingFolder;
import quorate.learning.run.TrainingManifest;

/// What a run came to, for people and for machines.
record TrainingWords(TrainingFolder folder, TrainingManifest manifest, RunResult result) {
  /// Such as `ppo on CartPole-v1: return 500.0 ± 0.0 over 20 episodes after 100,352 steps …`.
  String sentence() {
    String steps = "%,d steps".formatted(result.steps());
    String where = "; " + Training.shown(folder);
    @Nullable Evaluation reached = result.reached();
    if (reached == null) {
      return "%s on %s: %s after %s of %,d%s"
          .formatted(
              manifest.algorithm(),
              manifest.world(),
              result.why(),
              steps,
              manifest.run().steps(),
              where);
    }
    return "%s on %s: return %.1f ± %.1f over %d episodes after %s (%s), %,.0f steps/s, %.1f CPU seconds%s"
        .formatted(
            manifest.algorithm(),
            manifest.world(),
            reached.meanReturn(),
            reached.deviation(),
            reached.episodes(),
            steps,
            result.why(),
            result.stepsPerSecond(),
            result.cpuSeconds(),
            where);
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run", manifest.id());
    map.put("folder", folder.path().toString());
    map.put("algorithm", manifest.algorithm());
    map.put("world", manifest.world());
    map.put("preset", manifest.preset());
    map.put("seed", manifest.seed());
    map.put("settings", manifest.settings());
    map.put("end", result.end().name().toLowerCase(Locale.ROOT));
    map.put("why", result.why());
    map.put("steps", result.steps());
    put(map, "", result.reached());
    put(map, "best_", result.best());
    map.put("best_at", result.bestAt());
    map.put("steps_per_second", result.stepsPerSecond());
    map.put("seconds", result.seconds());
    map.put("cpu_seconds", result.cpuSeconds());
    map.put("runs_on", manifest.runsOn());
    return map;
  }

  private static void put(Map<String, Object> map, String prefix, @Nullable Evaluation evaluation) {
    if (evaluation != null) {
      map.put(prefix + "return", evaluation.meanReturn());
      map.put(prefix + "deviation", evaluation.deviation());
      map.put(prefix + "episodes", evaluation.episodes());
    }
  }
}
