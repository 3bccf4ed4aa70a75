package quorate.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.World;

/// Settings by the keys that people type and manifests keep, however the records are built.
class RecipeTest {
  private static final String SHARED =
      "copies steps minibatch epochs rate rate_falls discount lambda clip entropy_weight"
          + " value_weight max_gradient_norm hidden activation ";
  private static final String PPO =
      SHARED
          + "clip_falls kl_limit normalise_advantages normalise_observations normalise_rewards"
          + " log_deviation ";

  @Test
  void algorithmsOfTheClippedObjectiveCallWhatTheyShareTheSame() {
    assertKeys("ppo", "cart-pole", PPO + "law noise_steps");
    assertKeys("ppo-lstm", "cart-pole", PPO + "sequence memory orthogonal");
    assertKeys(
        "mappo", "simple-spread", SHARED + "entropy_falls huber normalise_values shared_actor");
  }

  @Test
  void theOthersHaveTheirOwn() {
    assertKeys(
        "dqn",
        "cart-pole",
        "copies steps updates minibatch memory learning_starts rate discount target_every"
            + " target_part exploration_share exploration_first exploration_last max_gradient_norm"
            + " hidden doubled duelling return_steps priority correction average_part");
    assertKeys(
        "sac",
        "pendulum",
        "copies steps updates minibatch memory learning_starts rate discount target_part"
            + " entropy_weight entropy_learned hidden state_noise log_deviation");
  }

  @Test
  void onlyConservatismIsNamedWhereItsSettingsAre() {
    assertKeys(
        "cql",
        "cart-pole",
        "minibatch rate discount target_every target_part max_gradient_norm hidden doubled"
            + " average_part conservatism.weight conservatism.temperature conservatism.squared");
    assertKeys(
        "cql",
        "pendulum",
        "minibatch rate discount target_part entropy_weight entropy_learned hidden average_part"
            + " conservatism.weight conservatism.samples conservatism.entropy_in_targets");
  }

  @Test
  void whatWasWrittenDownIsReadBackTheSame() {
    for (Recipe<?> recipe : Recipe.ALL) {
      World world = world(recipe);
      Map<String, String> settings = recipe.ready(null, world, Map.of()).settings();

      assertThat(recipe.ready(null, world, settings).settings()).isEqualTo(settings);
    }
  }

  @Test
  void changesReachThePartsOfARecordAndTheRestStays() {
    World world = WorldNames.find("cart-pole");
    Map<String, String> changes = Map.of("steps", "64", "rate", "linear:0.1,0.0", "hidden", "8");
    Recipe<?> ppo = Recipe.named("ppo", world);

    Map<String, String> changed = ppo.ready("sb3", world, changes).settings();

    assertThat(changed).containsAllEntriesOf(changes);
    Map<String, String> usual = ppo.ready("sb3", world, Map.of()).settings();
    assertThat(changed.keySet())
        .filteredOn(key -> !changes.containsKey(key))
        .allSatisfy(key -> assertThat(changed).containsEntry(key, usual.get(key)));
  }

  private static World world(Recipe<?> recipe) {
    for (String name : new String[] {"cart-pole", "pendulum", "simple-spread"}) {
      World world = WorldNames.find(name);
      if (recipe.fits().test(world)) {
        return world;
      }
    }
    throw new AssertionError("no world for " + recipe.name());
  }

  private static void assertKeys(String algorithm, String worldName, String keys) {
    World world = WorldNames.find(worldName);
    assertThat(Recipe.named(algorithm, world).ready(null, world, Map.of()).settings())
        .containsOnlyKeys(keys.split(" "));
  }
}
