package quorate.learning.supervised;

/// How a training went. The model has the weights of the best epoch, whatever the ending.
///
/// @param ending why it ended
/// @param account the same in words
/// @param epochs that were done
/// @param bestEpoch from 1 up; 0 for the weights that the model began with
/// @param bestLoss of the validation rows with those weights
public record Outcome(Ending ending, String account, int epochs, int bestEpoch, double bestLoss) {
  /// Why a training ended.
  public enum Ending {
    /// All epochs were done.
    ALL_EPOCHS,
    /// The validation loss did not fall for as many epochs as patience allows.
    NO_MORE_GAIN,
    /// A loss or a gradient was not finite.
    DIVERGED
  }
}
