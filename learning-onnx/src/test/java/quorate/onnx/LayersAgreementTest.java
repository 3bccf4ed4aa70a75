package quorate.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.LstmStates;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.AttentionPooling;
import quorate.learning.layer.Bidirectional;
import quorate.learning.layer.Conv1d;
import quorate.learning.layer.Dropout;
import quorate.learning.layer.Gru;
import quorate.learning.layer.LayerNorm;
import quorate.learning.layer.Linear;
import quorate.learning.layer.Lstm;
import quorate.learning.layer.Mlp;
import quorate.learning.layer.MultiHeadAttention;
import quorate.learning.layer.TransformerEncoder;
import quorate.learning.policy.ActorCritic;
import quorate.learning.policy.ContinuousLaw;

/// ONNX Runtime gives what our engine gives, for every layer and for whole policies.
class LayersAgreementTest {
  private record Case(Class<?> layer, Network.Declaration network) {}

  private static Case one(Class<?> layer, Function<Network, Tensor> network) {
    return new Case(layer, n -> List.of(network.apply(n)));
  }

  private static DropoutChance off() {
    DropoutChance chance = DropoutChance.seeded(3);
    chance.switchOff();
    return chance;
  }

  private static List<Case> cases() {
    return List.of(
        one(
            Linear.class,
            n ->
                new Linear(n.parameters, "linear", 3, 2, Activation.TANH, n.chance)
                    .apply(n.g, n.in(4, 3))),
        one(
            Mlp.class,
            n ->
                new Mlp(n.parameters, "mlp", List.of(3, 8, 8, 2), Activation.RELU, n.chance)
                    .apply(n.g, n.in(4, 3))),
        one(Dropout.class, n -> new Dropout(0.2f, off()).apply(n.g, n.in(4, 3))),
        one(LayerNorm.class, n -> new LayerNorm(n.parameters, "norm", 6).apply(n.g, n.in(4, 6))),
        one(
            Conv1d.class,
            n ->
                new Conv1d(n.parameters, "conv", 3, 4, 3, 2, 1, n.chance)
                    .apply(n.g, n.in(2, 3, 9))),
        one(
            Lstm.class,
            n -> new Lstm(n.parameters, "lstm", 3, 5, n.chance).apply(n.g, n.in(2, 6, 3))),
        new Case(
            Lstm.class,
            n -> {
              Lstm lstm = new Lstm(n.parameters, "lstm", 3, 5, n.chance);
              LstmStates states =
                  lstm.apply(n.g, n.in(2, 4, 3), n.in(2, 5), n.in(2, 5), n.index(2, 2, 4));
              return List.of(states.steps(), states.hidden(), states.cell());
            }),
        one(Gru.class, n -> new Gru(n.parameters, "gru", 3, 5, n.chance).apply(n.g, n.in(2, 6, 3))),
        one(
            Bidirectional.class,
            n ->
                Bidirectional.lstm(n.parameters, "both", 3, 5, n.chance).apply(n.g, n.in(2, 6, 3))),
        one(
            Bidirectional.class,
            n -> Bidirectional.gru(n.parameters, "both", 3, 5, n.chance).apply(n.g, n.in(2, 6, 3))),
        one(
            AttentionPooling.class,
            n ->
                new AttentionPooling(n.parameters, "pool", 4, 6, n.chance)
                    .apply(n.g, n.in(2, 5, 4), n.index(2, 2, 5))),
        one(
            MultiHeadAttention.class,
            n ->
                new MultiHeadAttention(n.parameters, "attention", 8, 4, n.chance)
                    .apply(n.g, n.in(2, 5, 8), n.in(2, 3, 8), n.index(2, 5, 3))),
        one(TransformerEncoder.class, n -> encoder(n, true, true)),
        one(TransformerEncoder.class, n -> encoder(n, false, false)),
        new Case(
            ActorCritic.class, n -> actorCritic(n, new Space.Discrete(3), ContinuousLaw.NORMAL)),
        new Case(ActorCritic.class, n -> continuous(n, ContinuousLaw.NORMAL)),
        new Case(ActorCritic.class, n -> continuous(n, ContinuousLaw.STATE_DEPENDENT_NOISE)),
        new Case(ActorCritic.class, n -> continuous(n, ContinuousLaw.BETA)));
  }

  private static Tensor encoder(Network n, boolean normFirst, boolean gelu) {
    var settings = new TransformerEncoder.Settings(2, 8, 4, 16, normFirst, gelu, 0.1f);
    return new TransformerEncoder(n.parameters, "encoder", settings, off(), n.chance)
        .apply(n.g, n.in(2, 6, 8));
  }

  private static List<Tensor> continuous(Network n, ContinuousLaw law) {
    return actorCritic(n, Space.box(-1, 1, 2), law);
  }

  private static List<Tensor> actorCritic(Network n, Space actions, ContinuousLaw law) {
    var design = new ActorCritic.Design(List.of(16, 16), Activation.TANH, 0f, law);
    ActorCritic policy = new ActorCritic(Kernels.scalar(), 4, actions, design, n.chance);
    Tensor seen = n.in(3, 4);
    return List.of(policy.act(n.g, seen), policy.value(n.g, seen));
  }

  @TestFactory
  Stream<DynamicTest> everyLayerGivesTheSameNumbersInOnnxRuntime() {
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.layer().getSimpleName(), () -> Agreement.check(each.network())));
  }

  @Test
  void noLayerIsForgotten() throws IOException, URISyntaxException, ClassNotFoundException {
    Set<String> layers = new TreeSet<>();
    for (String name : classesBeside(Mlp.class)) {
      Class<?> type = Class.forName(name);
      if (!type.isInterface()
          && Stream.of(type.getMethods()).anyMatch(LayersAgreementTest::applies)) {
        layers.add(name);
      }
    }

    assertThat(cases().stream().map(each -> each.layer().getName()).collect(Collectors.toSet()))
        .containsAll(layers);
    assertThat(layers).contains(Mlp.class.getName(), TransformerEncoder.class.getName());
  }

  private static boolean applies(Method method) {
    return method.getName().equals("apply")
        && method.getParameterCount() > 0
        && method.getParameterTypes()[0] == GraphBuilder.class;
  }

  /// Names of the classes of a package, from a folder or a jar.
  private static List<String> classesBeside(Class<?> one) throws IOException, URISyntaxException {
    String folder = one.getPackageName().replace('.', '/');
    URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(place))) {
      return classes(Path.of(place).resolve(folder), one.getPackageName());
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
      return classes(jar.getPath(folder), one.getPackageName());
    }
  }

  private static List<String> classes(Path folder, String in) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> in + "." + file.substring(0, file.length() - ".class".length()))
          .toList();
    }
  }
}
