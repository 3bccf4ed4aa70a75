package quorate.app.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far long work is, drawn on the error stream; closing it ends the line.
public final class Progress implements AutoCloseable {
  private static final int REDRAW_EVERY_MS = 200;
  private static final int WIDTH = 90;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress shown(String task, long total) {
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total > 0 ? total : -1)
            .setUpdateIntervalMillis(REDRAW_EVERY_MS)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            // A width of our own keeps the library from probing the terminal, which costs start-up.
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .build());
  }

  static Progress silent() {
    return new Progress(null);
  }

  /// Sets how many steps are done.
  public void at(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /// Sets how many steps of how many are done.
  public void at(long done, long total) {
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  /// Says what is being worked on.
  public void note(String text) {
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    }
  }

  /// Draws the last state and ends the line.
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
