package quorate.learning.learner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// What tests of learners do with them.
public final class Trials {
  private static final long UNSEEN_SEED = 1_000;

  private Trials() {}

  public static void learn(Learner learner, long steps) {
    while (learner.steps() < steps) {
      learner.advance();
    }
  }

  /// The mean return of so many episodes without chance, with beginnings not seen in training.
  public static double meanReturn(Learner learner, World world, int episodes) {
    return meanReturn(learner.acting(1), world, episodes);
  }

  public static double meanReturn(Learner.Acting acting, World world, int episodes) {
    return meanReturn(acting, Simulation.of(world, 1), episodes);
  }

  /// @param environment of one copy
  public static double meanReturn(
      Learner.Acting acting, VectorEnvironment environment, int episodes) {
    environment.reset(UNSEEN_SEED);
    float[] action = new float[environment.actionSpace().size()];
    double sum = 0;
    int ended = 0;
    while (ended < episodes) {
      acting.act(environment.observations(), action);
      environment.step(action);
      sum += environment.rewards()[0];
      if (environment.dones()[0] != VectorEnvironment.RUNNING) {
        ended++;
        acting.begin(0);
      }
    }
    return sum / episodes;
  }

  /// Everything that is trained, one after the other.
  public static List<Float> weights(Learner learner) {
    return learner.parameters().list().stream()
        .flatMap(each -> IntStream.range(0, each.values().length).mapToObj(i -> each.values()[i]))
        .toList();
  }

  /// Everything that a learner writes down.
  public static byte[] saved(Stateful learner) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      learner.save(out);
    }
    return bytes.toByteArray();
  }

  public static void resume(Stateful learner, byte[] saved) {
    learner.load(StateReader.from(new ByteArrayInputStream(saved)));
  }
}
