package quorate.learning.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quorate.learning.log.MlflowServer.RefusedException;

/// A run told to an MLflow server, by a virtual thread of its own that takes from a bounded queue,
/// so that no server, slow, failing or away, slows the training or stops it.
///
/// A server that is away is asked again after a pause that doubles each time; meanwhile the queue
/// fills, and what no longer fits is dropped. What the server refuses for good is dropped too. Each
/// kind of trouble is said once. A batch whose answer was lost is sent again; MLflow keeps one of
/// two equal numbers, but a run whose making was not answered may stand there twice.
///
/// Nothing here throws. Methods cost less than a microsecond and never wait, but [#close] waits as
/// long as the settings say. For one thread.
public final class Mlflow implements RunLog {
  private static final int METRICS_IN_BATCH = 1_000; // the server's limits on one request
  private static final int PARAMETERS_IN_BATCH = 100;
  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_VALUE = 1_500; // characters; 6,000 bytes at the very most

  private final MlflowSettings settings;
  private final Clock clock;
  private final Consumer<String> say;
  private final MlflowServer server;
  private final BlockingQueue<Item> queue;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong lost = new AtomicLong();
  private final Thread sender;
  private volatile String status = "FINISHED";
  private boolean fullSaid; // the training's thread only
  private boolean awaySaid; // the sender's thread only
  private boolean refusalSaid; // the sender's thread only

  /// Something to send, ready for the request.
  private record Item(boolean metric, Map<String, Object> fields) {}

  private Mlflow(MlflowSettings settings, Clock clock, Consumer<String> say) {
    this.settings = settings;
    this.clock = clock;
    this.say = say;
    this.server = new MlflowServer(settings.address(), settings.requestTimeout());
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.sender = Thread.ofVirtual().name("mlflow").unstarted(this::work);
  }

  /// Begins a run; returns at once, whatever the server does.
  ///
  /// @param clock for the times of numbers, start and end
  /// @param say takes a sentence for the user, from any thread
  public static Mlflow start(MlflowSettings settings, Clock clock, Consumer<String> say) {
    Mlflow mlflow = new Mlflow(settings, clock, say);
    mlflow.sender.start();
    return mlflow;
  }

  /// @param name characters that MLflow does not allow become `_`
  @Override
  public void scalar(String name, long step, double value) {
    put(
        new Item(
            true,
            Map.of(
                "key",
                key(name),
                "value",
                Double.isFinite(value) ? (Object) value : Double.toString(value),
                "timestamp",
                clock.millis(),
                "step",
                step)));
  }

  /// Values longer than 1,500 characters are cut; a parameter noted before keeps its value.
  @Override
  public void parameters(Map<String, String> parameters) {
    new TreeMap<>(parameters)
        .forEach((name, value) -> {
          String brief = value.substring(0, Math.min(value.length(), LONGEST_VALUE));
          put(new Item(false, Map.of("key", key(name), "value", brief)));
        });
  }

  private static String key(String name) {
    String allowed = name.replaceAll("[^\\w\\-. :/]", "_");
    return allowed.substring(0, Math.min(allowed.length(), LONGEST_KEY));
  }

  private void put(Item item) {
    if (!queue.offer(item)) {
      lost.incrementAndGet();
      if (!fullSaid && sender.isAlive()) {
        fullSaid = true;
        say.accept(
            "MLflow at %s is behind by %,d numbers; the next ones are not sent until it catches up"
                .formatted(server.address(), settings.queue()));
      }
    }
  }

  /// Does nothing: sending goes on by itself.
  @Override
  public void flush() {}

  /// Lets the run end as failed rather than finished.
  @Override
  public void fail() {
    status = "FAILED";
  }

  /// Lets the run end as killed, as MLflow says of what somebody stopped; a run that goes on is a
  /// further one of the same name there.
  @Override
  public void interrupt() {
    status = "KILLED";
  }

  /// Sends what is left and ends the run, as long as [MlflowSettings#closeWithin] allows; says how
  /// many numbers the server did not get.
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!sender.join(settings.closeWithin())) {
        sender.interrupt();
        sender.join(Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      sender.interrupt();
      Thread.currentThread().interrupt();
    }
    server.close();
    long unsent = lost.getAndSet(0) + queue.size();
    queue.clear();
    if (unsent > 0) {
      say.accept("MLflow at %s did not get %,d numbers".formatted(server.address(), unsent));
    }
  }

  private void work() {
    List<Item> batch = new ArrayList<>();
    try {
      String experiment = patiently(() -> server.experiment(settings.experiment()));
      long startMs = clock.millis();
      String run =
          experiment == null
              ? null
              : patiently(() -> server.createRun(experiment, settings.run(), startMs));
      if (run == null) {
        return; // refused for good, and said; what comes only fills the queue
      }
      while (closing.getCount() > 0 || !queue.isEmpty()) {
        Item first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          send(run, batch);
        }
      }
      patiently(() -> {
        server.endRun(run, status, clock.millis());
        return run;
      });
    } catch (InterruptedException e) {
      lost.addAndGet(batch.size()); // closed before the server was back
    } catch (RuntimeException e) {
      lost.addAndGet(batch.size());
      say.accept("MLflow at %s is told nothing more: %s".formatted(server.address(), e));
    }
  }

  /// Fills up a batch from the queue and sends it.
  private void send(String run, List<Item> batch) throws InterruptedException {
    boolean metrics = batch.getFirst().metric();
    int room = metrics ? METRICS_IN_BATCH : PARAMETERS_IN_BATCH;
    for (Item next = queue.peek();
        next != null && next.metric() == metrics && batch.size() < room;
        next = queue.peek()) {
      batch.add(queue.take());
    }
    List<Map<String, Object>> fields = batch.stream().map(Item::fields).toList();
    String sent =
        patiently(() -> {
          server.logBatch(run, metrics ? fields : List.of(), metrics ? List.of() : fields);
          return run;
        });
    if (sent == null) {
      lost.addAndGet(batch.size());
    }
    batch.clear();
  }

  private interface Call {
    String ask() throws IOException, InterruptedException, RefusedException;
  }

  /// Asks until the server answers.
  ///
  /// @return nothing when it refuses for good
  private @Nullable String patiently(Call call) throws InterruptedException {
    Duration pause = settings.firstBackOff();
    while (true) {
      try {
        return call.ask();
      } catch (RefusedException e) {
        if (!refusalSaid) {
          refusalSaid = true;
          say.accept(
              "MLflow at %s refuses what it is sent, and the training goes on without: %s"
                  .formatted(server.address(), e.getMessage()));
        }
        return null;
      } catch (IOException e) {
        if (!awaySaid) {
          awaySaid = true;
          say.accept(
              "MLflow at %s is away, and the training goes on; it will be asked again: %s"
                  .formatted(server.address(), reason(e)));
        }
      }
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        Thread.sleep(settings.firstBackOff()); // close() interrupts when its time is over
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(settings.longestBackOff()) < 0 ? twice : settings.longestBackOff();
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
