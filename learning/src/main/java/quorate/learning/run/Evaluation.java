package quorate.learning.run;

import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.learner.Learner;

/// How a policy does without chance of its own: one whole episode in every copy of an environment,
/// begun from a seed, so that the same policy and seed give the same figures.
///
/// @param episodes how many were played
/// @param meanReturn undiscounted; of several agents the mean over them
/// @param deviation of the returns, that of the whole
/// @param meanLength in steps
public record Evaluation(int episodes, double meanReturn, double deviation, double meanLength) {

  /// Plays until the first episode of every copy has ended. An action outside its bounds is played
  /// at the border, as in training.
  ///
  /// @param environment reset here
  public static Evaluation of(Learner learner, VectorEnvironment environment, long seed) {
    int rows = environment.rows();
    Learner.Acting acting = learner.acting(rows);
    float[] actions = new float[rows * environment.actionSpace().size()];
    double[] returns = new double[rows];
    boolean[] ended = new boolean[rows];
    long steps = 0;
    int running = rows;
    environment.reset(seed);
    while (running > 0) {
      acting.act(environment.observations(), actions);
      if (environment.actionSpace() instanceof Space.Box box) {
        box.hold(actions);
      }
      environment.step(actions);
      for (int row = 0; row < rows; row++) {
        boolean ends = environment.dones()[row] != VectorEnvironment.RUNNING;
        if (ends) {
          acting.begin(row);
        }
        if (!ended[row]) {
          returns[row] += environment.rewards()[row];
          steps++;
          if (ends) {
            ended[row] = true;
            running--;
          }
        }
      }
    }
    return of(returns, environment.agents(), (double) steps / rows);
  }

  private static Evaluation of(double[] returnOfRow, int agents, double meanLength) {
    int episodes = returnOfRow.length / agents;
    double[] returns = new double[episodes];
    double sum = 0;
    for (int row = 0; row < returnOfRow.length; row++) {
      returns[row / agents] += returnOfRow[row] / agents;
      sum += returnOfRow[row];
    }
    double mean = sum / returnOfRow.length;
    double squares = 0;
    for (double each : returns) {
      squares += (each - mean) * (each - mean);
    }
    return new Evaluation(episodes, mean, Math.sqrt(squares / episodes), meanLength);
  }
}
