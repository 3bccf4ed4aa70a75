package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an algorithm learns with, as a person chooses it for `train`.
class TrainSettingsTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TrainingBench bench;

  @BeforeEach
  void makeTheBench() throws IOException {
    bench = new TrainingBench(folder);
  }

  @Test
  void aTunedPresetHasItsOwnSettings() {
    CommandLineSession session =
        bench.run("train", "cart-pole", "--preset", "zoo", "--steps", "256", "--json");

    assertThat(session.err()).isEmpty();
    JsonNode told = JsonMapper.shared().readTree(session.out());
    assertThat(told.get("preset").asString()).isEqualTo("zoo");
    assertThat(told.get("settings").get("copies").asInt()).isEqualTo(8);
  }

  @Test
  void aTeamLearnsWithTheSettingsTunedHereUnlessToldOtherwise() {
    JsonNode tuned = bench.told("simple-spread");
    JsonNode paper = bench.told("simple-spread", "--preset", "paper");

    assertThat(tuned.get("preset").asString()).isEqualTo("tuned");
    assertThat(tuned.get("settings").get("rate_falls").asBoolean()).isTrue();
    assertThat(tuned.get("return").asDouble()).isNegative();
    assertThat(paper.get("preset").asString()).isEqualTo("paper");
    assertThat(paper.get("settings").get("rate_falls").asBoolean()).isFalse();
  }

  @Test
  void anotherAlgorithmHasItsOwnSettings() {
    CommandLineSession session =
        bench.run(
            "train",
            "cart-pole",
            "--algorithm",
            "dqn",
            "--steps",
            "200",
            "--set",
            "memory=1000",
            "--set",
            "hidden=16",
            "--episodes",
            "2",
            "--json");

    assertThat(session.err()).isEmpty();
    JsonNode told = JsonMapper.shared().readTree(session.out());
    assertThat(told.get("algorithm").asString()).isEqualTo("dqn");
    assertThat(told.get("settings").get("memory").asInt()).isEqualTo(1000);
    assertThat(told.get("steps").asLong()).isEqualTo(200);
  }

  @Test
  void aLearningRateMayFollowAnySchedule() {
    JsonNode ppo = bench.told("cart-pole", "--set", "rate=cosine:0.1,0.001,0");
    JsonNode team =
        bench.told(
            "simple-spread", "--set", "rate=steps:1e-3,0.5,0.5", "--set", "rate_falls=false");

    assertThat(ppo.get("settings").get("rate").asString()).isEqualTo("cosine:0.1,0.001,0.0");
    assertThat(team.get("settings").get("rate").asString()).isEqualTo("steps:0.001,0.5,0.5");
  }

  @Test
  void aScheduleIsReadBackFromTheManifest() throws IOException {
    bench.small("cart-pole", "--set", "rate=exponential:1e-3,1e-4");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");

    CommandLineSession again =
        bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

    assertThat(Files.readString(manifest)).contains("\"exponential:0.001,1.0E-4\"");
    assertThat(again.err()).contains("there is nothing to go on with").hasLineCount(1);
  }

  @Test
  void aPresetThatAnAlgorithmDoesNotHaveIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "simple-spread", "--preset", "sb3"),
        "mappo has the presets tuned and paper, but was given \"sb3\"");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--preset", "tuned"),
        "ppo has the presets sb3 and zoo, but was given \"tuned\"");
  }

  @Test
  void aPresetThatWasNotTunedForTheWorldIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "mountain-car-continuous", "--algorithm", "ppo", "--preset", "zoo"),
        "but was asked for MountainCarContinuous-v0");
  }

  @Test
  void anUnknownSettingIsRefusedWithTheNearest() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "minibach=32"),
        "ppo has no setting \"minibach\"; did you mean \"minibatch\"?");
  }

  @Test
  void aSettingThatCannotBeReadIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "epochs=ten"),
        "epochs must be a whole number, but was \"ten\"");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "hidden=64,x"),
        "hidden must be whole numbers such as 64,64, but was \"64,x\"");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate_falls=maybe"),
        "rate_falls must be true or false, but was \"maybe\"");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "activation=tann"),
        "did you mean \"tanh\"?, but was \"tann\"");
  }

  @Test
  void aScheduleThatCannotBeIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate=cosin:0.1,0.001,0"),
        "a schedule must be a number such as 0.001, or linear:from,to, cosine:warmUp,peak,end,"
            + " exponential:from,to or steps:from,factor,place,…, but was"
            + " \"cosin:0.1,0.001,0\" (rate)");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate=cosine:2,0.001,0"),
        "a schedule's warm-up must be from 0 to below 1, but was 2.0 (rate)");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--preset", "zoo", "--set", "rate=cosine:0,0.001,0"),
        "rate must be one number where rateFalls is true, but was cosine:0.0,0.001,0.0");
  }

  @Test
  void aSettingThatBreaksARuleOfTheAlgorithmIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "minibatch=100"),
        "an update's minibatch must divide steps × copies = 2048, but was 100");
  }

  @Test
  void settingsThatDoNotFitTogetherAreRefusedAndSayWhose() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "hidden=64,0"),
        "hidden layers must be at least one, of at least 1 number each, but were [64, 0]");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--set", "steps=2000000000"),
        "ppo cannot learn cart-pole with these settings: they ask for more numbers than an array"
            + " can hold; choose smaller ones");
  }

  @Test
  void aMemoryLargerThanTheMachinesIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--algorithm", "dqn", "--set", "memory=2000000000"),
        "dqn cannot learn cart-pole with these settings: a memory of steps of 4 numbers holds at"
            + " most 536,870,909 of them, but was to hold 2,000,000,000: hold fewer steps");
  }

  @Test
  void aMemoryThatDoesNotFitSaysHowToMakeItSmallerAndHowToGiveMore() {
    CommandLineSession session =
        bench.run("train", "cart-pole", "--algorithm", "dqn", "--set", "memory=500_000_000");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .hasLineCount(1)
        .contains("dqn cannot learn cart-pole: a memory of 500,000,000 steps of 11 numbers needs")
        .endsWith(
            " MB are left; hold fewer with --set memory=<steps>, or give it more:"
                + " QUORATE_JVM_FLAGS=-Xmx42g ./quorate …\n");
    assertThat(bench.runs()).isEmpty();
  }
}
