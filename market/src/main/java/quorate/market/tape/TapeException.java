package quorate.market.tape;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/// A tape cannot be written or read on; the message names the file, the rule and the value found.
public final class TapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TapeException(String message) {
    super(message);
  }

  public TapeException(String message, Throwable cause) {
    super(message, cause);
  }

  /// What a broken file means. Somebody who interrupts the work closes its files too, which says
  /// nothing against them.
  ///
  /// @param what was being done, such as `reading tape "es.tape"`
  static TapeException of(String what, IOException broken) {
    return new TapeException(
        broken instanceof ClosedByInterruptException
            ? what + " was interrupted; run it again"
            : what + " failed: " + broken,
        broken);
  }
}
