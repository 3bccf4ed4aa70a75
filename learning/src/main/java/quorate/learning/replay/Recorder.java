package quorate.learning.replay;

import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.learner.Learner;

/// Lets somebody play and records it: what a learner has come to, with as much chance mixed in as
/// is wanted, so that the recording also shows what would not have been done.
///
/// @param random share of the steps, 0…1, each drawn for itself, in which the action is drawn
///   evenly from its space
/// @param seed of the beginnings and of that chance; the same gives the same recording, bit for bit
public record Recorder(double random, long seed) {
  public Recorder {
    if (!(random >= 0 && random <= 1)) {
      throw new IllegalArgumentException(
          "the share of random steps must be from 0 to 1, but was " + random);
    }
  }

  /// Plays so many steps; the last episode may be cut by it. An action outside its bounds is
  /// played, and recorded, at the border.
  ///
  /// @param acting for one row
  /// @param environment of one copy with one agent; reset here
  /// @throws IllegalArgumentException when it has more rows, no step is wanted, or its actions have
  ///   no bounds to draw from
  public Recording record(Learner.Acting acting, VectorEnvironment environment, int steps) {
    if (environment.rows() != 1 || steps < 1) {
      throw new IllegalArgumentException(
          "a recording needs an environment of 1 row and at least 1 step, but was given %d and %d (%s)"
              .formatted(environment.rows(), steps, environment.name()));
    }
    Space space = environment.actionSpace();
    checkBounds(space);
    Recording recording = new Recording(environment.observationSpace().size(), space.size());
    Philox chance = Philox.seeded(seed);
    float[] action = new float[space.size()];
    environment.reset(seed);
    for (int i = 0; i < steps; i++) {
      float[] seen = environment.observations().clone();
      acting.act(seen, action);
      if (space instanceof Space.Box box) {
        box.hold(action);
      }
      if (chance.nextDouble() < random) {
        draw(space, chance, action);
      }
      environment.step(action);
      recording.add(seen, action, environment);
      if (environment.dones()[0] != VectorEnvironment.RUNNING) {
        acting.begin(0);
      }
    }
    return recording;
  }

  private void checkBounds(Space space) {
    if (random == 0 || !(space instanceof Space.Box box)) {
      return;
    }
    for (int i = 0; i < box.size(); i++) {
      if (!Float.isFinite(box.high()[i] - box.low()[i])) {
        throw new IllegalArgumentException(
            "random actions need bounds to be drawn from, but were %s: record without random steps"
                .formatted(space));
      }
    }
  }

  private static void draw(Space space, Philox chance, float[] into) {
    switch (space) {
      case Space.Discrete one -> into[0] = chance.nextInt(one.n());
      case Space.MultiDiscrete several -> {
        for (int i = 0; i < into.length; i++) {
          into[i] = chance.nextInt(several.n()[i]);
        }
      }
      case Space.Box box -> {
        for (int i = 0; i < into.length; i++) {
          double width = (double) box.high()[i] - box.low()[i];
          into[i] =
              Math.clamp(
                  (float) (box.low()[i] + chance.nextDouble() * width),
                  box.low()[i],
                  box.high()[i]);
        }
      }
    }
  }
}
