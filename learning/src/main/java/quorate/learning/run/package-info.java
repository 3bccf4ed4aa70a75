/// Training runs of any learner: a folder with all that is needed to go on bit for bit after the
/// process was stopped anywhere, evaluation on the way, early stops, and a clear end for a run that
/// diverges.
///
/// [quorate.learning.run.TrainingRun] is the face.
@NullMarked
package quorate.learning.run;

import org.jspecify.annotations.NullMarked;
