package quorate.app.settings;

import quorate.domain.settings.Settings;
import quorate.learning.run.RunSettings;

/// How training runs are watched and kept, and whom they tell.
///
/// @param logEverySteps steps between two lines of figures
/// @param checkpointEverySteps steps between two checkpoints
/// @param evaluateEverySteps steps between two evaluations
/// @param evaluationEpisodes episodes of one evaluation, 1 to 10,000
/// @param lossBound a loss further from 0 ends the run as diverged
/// @param mlflow the tracking server
public record LearningSettings(
    long logEverySteps,
    long checkpointEverySteps,
    long evaluateEverySteps,
    int evaluationEpisodes,
    double lossBound,
    Mlflow mlflow) {
  private static final long MOST_STEPS = 1_000_000_000_000L;

  /// Where runs are told to.
  ///
  /// @param trackingUri of the server; empty for none
  /// @param experiment under which runs stand there
  public record Mlflow(String trackingUri, String experiment) {
    static Mlflow of(Settings section) {
      return new Mlflow(
          section.parsed("tracking_uri", "", Mlflow::withoutSecrets),
          section.text("experiment", "quorate"));
    }

    private static String withoutSecrets(String uri) {
      if (uri.contains("@")) {
        throw new IllegalArgumentException(
            "must hold no name and password; put them into the environment as"
                + " MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD");
      }
      return uri;
    }
  }

  static LearningSettings of(Settings section) {
    return new LearningSettings(
        section.wholeNumber("log_every_steps", 1_000L, 1, MOST_STEPS),
        section.wholeNumber("checkpoint_every_steps", 10_000L, 1, MOST_STEPS),
        section.wholeNumber("evaluate_every_steps", 10_000L, 1, MOST_STEPS),
        section.wholeNumber("evaluation_episodes", 20, 1, RunSettings.MOST_EPISODES),
        section.number("loss_bound", 1e9, 1e-6, 1e30),
        Mlflow.of(section.section("mlflow")));
  }
}
