package quorate.learning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MlflowTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1234), ZoneOffset.UTC);

  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final MlflowStandIn server = new MlflowStandIn();

  @BeforeEach
  void serve() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsAWholeRun() {
    try (Mlflow mlflow = start(settings(100))) {
      mlflow.parameters(Map.of("gamma", "0.99"));
      mlflow.scalar("rollout/return", 2048, 9.5);
      mlflow.scalar("größe[0]", 4096, Double.NaN);
    }

    assertThat(server.calls())
        .startsWith(
            "GET experiments/get-by-name?experiment_name=toy+world",
            "POST experiments/create {\"name\":\"toy world\"}");
    assertThat(server.posted("runs/create"))
        .singleElement()
        .satisfies(run -> {
          assertThat(run.path("experiment_id").stringValue()).isEqualTo("7");
          assertThat(run.path("run_name").stringValue()).isEqualTo("first");
          assertThat(run.path("start_time").longValue()).isEqualTo(1234);
        });
    assertThat(server.parameters()).containsExactly("gamma=0.99");
    assertThat(server.metrics())
        .containsExactly("rollout/return=9.5@2048 1234", "gr__e_0_=\"NaN\"@4096 1234");
    assertThat(server.posted("runs/update"))
        .singleElement()
        .satisfies(end -> {
          assertThat(end.path("run_id").stringValue()).isEqualTo("r1");
          assertThat(end.path("status").stringValue()).isEqualTo("FINISHED");
          assertThat(end.path("end_time").longValue()).isEqualTo(1234);
        });
    assertThat(said).isEmpty();
  }

  @Test
  void usesTheExperimentThatIsThere() {
    server.experimentExists();

    start(settings(100)).close();

    assertThat(server.posted("experiments/create")).isEmpty();
    assertThat(server.posted("runs/create")).hasSize(1);
  }

  @Test
  void aFailedRunEndsAsFailed() {
    try (Mlflow mlflow = start(settings(100))) {
      mlflow.fail();
    }

    assertThat(server.posted("runs/update"))
        .singleElement()
        .satisfies(end -> assertThat(end.path("status").stringValue()).isEqualTo("FAILED"));
  }

  @Test
  void aRunThatSomebodyStoppedEndsAsKilled() {
    try (RunLog all = RunLogs.all(List.of(start(settings(100))))) {
      all.interrupt();
    }

    assertThat(server.posted("runs/update"))
        .singleElement()
        .satisfies(end -> assertThat(end.path("status").stringValue()).isEqualTo("KILLED"));
  }

  @Test
  void keepsToTheLimitsOfARequest() {
    server.hold();
    try (Mlflow mlflow = start(settings(10_000))) {
      mlflow.parameters(parameters(250));
      IntStream.range(0, 2_500).forEach(i -> mlflow.scalar("x", i, i));
      server.release();
    }

    assertThat(server.posted("runs/log-batch"))
        .allSatisfy(batch -> {
          assertThat(batch.path("metrics").size()).isLessThanOrEqualTo(1_000);
          assertThat(batch.path("params").size()).isLessThanOrEqualTo(100);
        })
        .hasSizeLessThan(20);
    assertThat(server.parameters()).hasSize(250);
    assertThat(server.metrics())
        .containsExactlyElementsOf(
            IntStream.range(0, 2_500).mapToObj(i -> "x=%d.0@%d 1234".formatted(i, i)).toList());
  }

  @Test
  void cutsWhatIsTooLongForTheServer() {
    try (Mlflow mlflow = start(settings(100))) {
      mlflow.parameters(Map.of("k".repeat(300), "v".repeat(2_000)));
    }

    assertThat(server.parameters()).containsExactly("k".repeat(250) + "=" + "v".repeat(1_500));
  }

  @Test
  void aServerThatFailsAWhileGetsEverythingInTheEnd() {
    server.failNext(6);
    try (Mlflow mlflow = start(settings(100))) {
      IntStream.range(0, 50).forEach(i -> mlflow.scalar("x", i, i));
    }

    assertThat(server.metrics()).hasSize(50);
    assertThat(said)
        .singleElement()
        .asString()
        .contains("is away, and the training goes on", "503", server.address().toString());
  }

  @Test
  void aServerThatIsAwaySlowsNothingAndIsSaidOnce() {
    MlflowSettings away = impatient(1_000);
    server.close();
    Mlflow mlflow = start(away);

    long begunNs = System.nanoTime();
    IntStream.range(0, 20_000).forEach(i -> mlflow.scalar("x", i, i));
    Duration took = Duration.ofNanos(System.nanoTime() - begunNs);
    mlflow.close();

    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(said).filteredOn(text -> text.contains("is away")).hasSize(1);
    assertThat(said).filteredOn(text -> text.contains("is behind by 1,000 numbers")).hasSize(1);
    assertThat(said).last().asString().contains("did not get 20,000 numbers");
    assertThat(said).hasSize(3);
  }

  @Test
  void aServerThatAnswersTooSlowlyCountsAsAway() {
    server.hold();
    Mlflow mlflow = start(impatient(10));

    IntStream.range(0, 5).forEach(i -> mlflow.scalar("x", i, i));
    mlflow.close();

    assertThat(said.peek()).contains("is away");
    assertThat(said).last().asString().contains("did not get 5 numbers");
  }

  @Test
  void closingWaitsNoLongerThanAgreed() {
    server.hold();
    Mlflow mlflow = start(impatient(10));
    mlflow.scalar("x", 1, 1);

    long begunNs = System.nanoTime();
    mlflow.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begunNs)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void aRefusalIsSaidOnceAndNotAskedAgain() {
    server.refuse("runs/log-batch");
    try (Mlflow mlflow = start(settings(100))) {
      mlflow.parameters(Map.of("a", "b"));
      mlflow.scalar("x", 1, 1);
    }

    assertThat(said)
        .hasSize(2)
        .first()
        .asString()
        .contains("refuses what it is sent", "400", "INVALID_PARAMETER_VALUE");
    assertThat(said).last().asString().contains("did not get 2 numbers");
    assertThat(server.posted("runs/update")).hasSize(1);
  }

  @Test
  void aServerThatWantsNoRunIsLeftAlone() {
    server.refuse("runs/create");
    try (Mlflow mlflow = start(settings(100))) {
      mlflow.scalar("x", 1, 1);
    }

    assertThat(server.posted("runs/create")).hasSize(1);
    assertThat(server.posted("runs/log-batch")).isEmpty();
    assertThat(said).hasSize(2);
  }

  @Test
  void aPasswordIsSentAndNeverSaid() {
    URI address = URI.create(server.address().toString().replace("http://", "http://me:secret@"));
    server.failNext(1);

    start(settings(address, 10)).close();

    assertThat(server.credentials()).containsOnly("Basic bWU6c2VjcmV0"); // me:secret
    assertThat(said).hasSize(1).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void addressesThatAreNoneAreRefused() {
    for (String address : List.of("localhost:5000", "file:/tmp/mlruns", "http:///x", "")) {
      assertThatIllegalArgumentException()
          .as(address)
          .isThrownBy(() -> MlflowSettings.defaults(URI.create(address), "e", "r"))
          .withMessageContaining("must be like http://localhost:5000, but was " + address);
    }
  }

  @Test
  void theDefaultsAreTheseOnes() {
    URI address = URI.create("https://mlflow.example");

    assertThat(MlflowSettings.defaults(address, "e", "r"))
        .isEqualTo(
            new MlflowSettings(
                address,
                "e",
                "r",
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                100_000,
                Duration.ofSeconds(5)));
  }

  private Mlflow start(MlflowSettings settings) {
    return Mlflow.start(settings, CLOCK, said::add);
  }

  private MlflowSettings settings(int queue) {
    return settings(server.address(), queue);
  }

  /// Times that a busy machine does not reach.
  private static MlflowSettings settings(URI address, int queue) {
    return settings(address, queue, Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  /// For servers that will not answer.
  private MlflowSettings impatient(int queue) {
    return settings(server.address(), queue, Duration.ofMillis(500), Duration.ofSeconds(2));
  }

  private static MlflowSettings settings(
      URI address, int queue, Duration requestTimeout, Duration closeWithin) {
    return new MlflowSettings(
        address,
        "toy world",
        "first",
        requestTimeout,
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        queue,
        closeWithin);
  }

  private static Map<String, String> parameters(int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .collect(Collectors.toMap(i -> "p" + i, String::valueOf));
  }
}
