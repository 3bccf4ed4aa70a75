package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.World;
import quorate.learning.replay.Recorder;
import quorate.learning.replay.Recording;
import quorate.learning.weights.NamedTensor;
import quorate.learning.weights.Safetensors;
import quorate.learning.world.Acrobot;
import quorate.learning.world.CartPole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `record`, and `train` on what it recorded, as a person types them.
class OfflineTrainTest {
  private static final String[] SMALL = {
    "--algorithm", "cql", "--set", "hidden=16", "--set", "minibatch=16",
    "--steps", "300", "--evaluate-every", "100", "--episodes", "2"
  };

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TrainingBench bench;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path steps;

  @BeforeEach
  void makeTheBench() throws IOException {
    bench = new TrainingBench(folder);
    steps = bench.at("steps.safetensors");
  }

  @Test
  void whatARunHasLearnedIsRecordedAndLearnedFromWithoutPlaying() {
    bench.run(
        "train",
        "cart-pole",
        "--set",
        "hidden=16",
        "--set",
        "copies=2",
        "--set",
        "steps=64",
        "--set",
        "minibatch=32",
        "--steps",
        "256",
        "--episodes",
        "2");
    String run = String.valueOf(bench.runs().getFirst().getFileName());

    CommandLineSession recorded = record(run, "--steps", "400", "--random", "0.3");
    CommandLineSession trained = train("cart-pole");

    assertThat(recorded.err()).isEmpty();
    assertThat(recorded.out())
        .matches(
            "ppo on CartPole-v1: 400 steps recorded, mean return [\\d.]+; .*steps\\.safetensors\n");
    assertThat(Recording.read(steps, "CartPole-v1").size()).isEqualTo(400);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out())
        .startsWith("cql on CartPole-v1: return ")
        .contains("after 300 steps (all steps were taken)");
  }

  @Test
  void continuousActionsAreRecordedAndLearnedFromToo() {
    bench.run(
        "train",
        "pendulum",
        "--algorithm",
        "sac",
        "--set",
        "memory=1000",
        "--set",
        "minibatch=16",
        "--set",
        "hidden=16",
        "--steps",
        "120",
        "--episodes",
        "1");

    JsonNode recorded =
        told(
            record(
                String.valueOf(bench.runs().getFirst().getFileName()), "--steps", "450", "--json"));
    CommandLineSession trained = train("pendulum");

    assertThat(recorded.get("algorithm").asString()).isEqualTo("sac");
    assertThat(recorded.get("steps").asInt()).isEqualTo(450);
    assertThat(recorded.get("random").asDouble()).isZero();
    assertThat(recorded.get("return").asDouble()).isNegative();
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out()).startsWith("cql on Pendulum-v1: return -").contains("300 steps");
  }

  @Test
  void theSameSeedGivesTheSameRecordingAndTheSameWeights() throws IOException {
    play(new CartPole());
    train("cart-pole");
    train("cart-pole");
    String run = String.valueOf(bench.runs().getFirst().getFileName());
    List<NamedTensor> weights = weights(0);

    record(run, "--steps", "200", "--random", "0.5", "--seed", "4");
    byte[] first = Files.readAllBytes(steps);
    record(run, "--steps", "200", "--random", "0.5", "--seed", "4");

    assertThat(weights(1)).isEqualTo(weights);
    assertThat(steps).hasBinaryContent(first);
  }

  @Test
  void settingsAreThoseTunedHereUnlessToldOtherwise() {
    play(new CartPole());

    JsonNode tuned = told(train("cart-pole", "--json")).get("settings");
    JsonNode paper = told(train("cart-pole", "--preset", "paper", "--json")).get("settings");
    JsonNode changed =
        told(train("cart-pole", "--set", "conservatism.weight=2", "--json")).get("settings");

    assertThat(tuned.get("conservatism.temperature").asDouble()).isEqualTo(0.1);
    assertThat(tuned.get("conservatism.squared").asBoolean()).isTrue();
    assertThat(paper.get("conservatism.temperature").asDouble()).isEqualTo(1);
    assertThat(paper.get("rate").asDouble()).isEqualTo(5e-5);
    assertThat(changed.get("conservatism.weight").asDouble()).isEqualTo(2);
    assertThat(changed.get("conservatism.temperature").asDouble()).isEqualTo(0.1);
  }

  @Test
  void aSettingWithinASettingIsReadAndCheckedAsAnyOther() {
    play(new CartPole());

    bench.assertWrongUse(
        train("cart-pole", "--set", "conservatism.wait=2"),
        "cql has no setting \"conservatism.wait\"; did you mean \"conservatism.weight\"?");
    bench.assertWrongUse(
        train("cart-pole", "--set", "conservatism.weight=-1"),
        "conservatism must be at least 0 at a temperature above 0, but was -1.0 at 0.1");
  }

  @Test
  void whatIsLearnedFromMustBeNamedAndOnlyThen() {
    play(new CartPole());

    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--algorithm", "cql"),
        "cql learns from recorded steps: name a file of them with --recording");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--recording", steps.toString()),
        "ppo learns by playing, so it takes no --recording");
  }

  @Test
  void aRunThatLostItsRecordingSaysSo() throws IOException {
    play(new CartPole());
    train("cart-pole");
    Path copy = bench.runs().getFirst().resolve("recording.safetensors");
    Files.delete(copy);

    CommandLineSession again =
        bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err())
        .hasLineCount(1)
        .contains(
            "must have its copy of them, but ", copy.toString(), "there is no such file; put it")
        .doesNotContain("manifest");
  }

  @Test
  void aRecordingOfAnotherWorldIsRefused() {
    play(new CartPole());

    bench.assertWrongUse(
        train("pendulum"), "a recording of Pendulum-v1 is needed, but this is one of CartPole-v1");
    bench.assertWrongUse(
        bench.run(
            "train", "cart-pole", "--algorithm", "cql", "--recording", bench.at("none").toString()),
        "there is no such file");
  }

  @Test
  void anUnnamedRecordingOfAnotherShapeIsRefused() {
    Recording other =
        new Recorder(1, 3).record((seen, into) -> into[0] = 0, Simulation.of(new Acrobot(), 1), 50);
    other.write(steps, "CartPole-v1");

    bench.assertWrongUse(
        train("cart-pole"),
        "recorded observations must have the 4 numbers of cart-pole, but had 6");
  }

  @Test
  void aWorldThatNothingWasTunedForIsLearnedWithThePapersSettings() {
    play(new Acrobot());

    bench.assertWrongUse(
        train("acrobot"), "but was asked for Acrobot-v1: begin with paper(); take --preset paper");
    assertThat(train("acrobot", "--preset", "paper").out()).startsWith("cql on Acrobot-v1: ");
  }

  @Test
  void aTeamIsRefused() {
    play(new CartPole());

    bench.assertWrongUse(
        train("simple-spread"),
        "cql is for worlds of one agent whose actions are one choice or bounded numbers, but"
            + " simple-spread is none");
  }

  @Test
  void whatCannotBeRecordedIsRefused() {
    bench.assertWrongUse(record("nothing"), "\"nothing\" is none; there are none yet");
    play(new CartPole());
    train("cart-pole");
    String run = String.valueOf(bench.runs().getFirst().getFileName());

    CommandLineSession often = record(run, "--random", "2");

    assertThat(often.exitCode()).isEqualTo(2);
    assertThat(often.err())
        .contains("the share of random steps must be from 0 to 1, but was 2.0")
        .hasLineCount(1);
  }

  @Test
  void stepsToRecordAreReadAsThoseToTrainAre() throws IOException {
    play(new CartPole());
    train("cart-pole");
    String run = String.valueOf(bench.runs().getFirst().getFileName());

    assertThat(told(record(run, "--steps", "1_000", "--json")).get("steps").asInt())
        .isEqualTo(1_000);
    for (String[] each :
        new String[][] {
          {"0", "steps must be from 1 to 100,000,000, but were 0"},
          {"3_000_000_000", "steps must be from 1 to 100,000,000, but were 3,000,000,000"},
          {"some", "--steps must be a whole number, but was \"some\""},
        }) {
      CommandLineSession refused = record(run, "--steps", each[0]);

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).startsWith("quorate: " + each[1]);
    }
  }

  /// Records steps of chance.
  private void play(World world) {
    new Recorder(1, 3)
        .record((seen, into) -> into[0] = 0, Simulation.of(world, 1), 500)
        .write(steps, world.name());
  }

  private CommandLineSession record(String... arguments) {
    List<String> all = new ArrayList<>(List.of("record"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--into", steps.toString()));
    return bench.run(all.toArray(String[]::new));
  }

  private CommandLineSession train(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of("train", world, "--recording", steps.toString()));
    all.addAll(List.of(SMALL));
    all.addAll(List.of(arguments));
    return bench.run(all.toArray(String[]::new));
  }

  private static JsonNode told(CommandLineSession session) {
    assertThat(session.err()).isEmpty();
    return JsonMapper.shared().readTree(session.out());
  }

  private List<NamedTensor> weights(int run) {
    return Safetensors.read(bench.runs().get(run).resolve("last.safetensors")).tensors();
  }
}
