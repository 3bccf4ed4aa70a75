package quorate.app.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far long work is, drawn on the error stream; closing it ends the line.
///
/// Work that is over within a second draws nothing. For one thread.
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_NS = 1_000_000_000L;
  private static final int REDRAW_EVERY_MS = 200;
  private static final int WIDTH = 90;

  private final boolean watched;
  private final String task;
  private final long beganNs = System.nanoTime();
  private long total;
  private @Nullable ProgressBar bar;

  private Progress(boolean watched, String task, long total) {
    this.watched = watched;
    this.task = task;
    this.total = total;
  }

  static Progress shown(String task, long total) {
    return new Progress(true, task, total);
  }

  static Progress silent() {
    return new Progress(false, "", 0);
  }

  /// Says what is being worked on where no steps can be counted; drawn at once.
  public void busy(String with) {
    if (watched) {
      drawn().setExtraMessage(" " + with);
    }
  }

  /// Sets how many steps are done.
  public void at(long done) {
    at(done, total);
  }

  /// Sets how many steps are done, with a few words beside the bar.
  public void at(long done, String note) {
    at(done, total);
    if (bar != null) {
      bar.setExtraMessage(" " + note);
    }
  }

  /// Sets how many steps of how many are done.
  public void at(long done, long ofTotal) {
    total = ofTotal;
    if (watched && (bar != null || System.nanoTime() - beganNs > PATIENCE_NS)) {
      drawn().maxHint(ofTotal).stepTo(done);
    }
  }

  private ProgressBar drawn() {
    ProgressBar drawn = bar;
    if (drawn == null) {
      drawn =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total > 0 ? total : -1)
              .setUpdateIntervalMillis(REDRAW_EVERY_MS)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              // A width of our own keeps the library from probing the terminal, which costs
              // start-up.
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .build();
      bar = drawn;
    }
    return drawn;
  }

  /// Draws the last state and ends the line.
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
