package quorate.learning.run;

import quorate.learning.environment.EpisodeStatistics;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.learner.Learner;

/// A learner with what a run needs to watch it.
///
/// @param learner whose state includes its environment
/// @param episodes what the learner's own environment counts while it plays
/// @param evaluation another environment of the same world as it shows itself, with a copy for each
///   episode of an evaluation; no part of the learner's state
public record Trainee(Learner learner, EpisodeStatistics episodes, VectorEnvironment evaluation) {}
