package jp.tsunagu.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManifestsTest {
  private static final Set<String> SERVICES = Set.of("identity", "directory", "intake", "referral", "follow-up", "notification", "portal");

  private List<Rendered> overlays = List.of();

  @BeforeAll
  void render() throws Exception {
    overlays = List.of(Rendered.of("dev"), Rendered.of("prod"));
  }

  Stream<Rendered> overlays() {
    return overlays.stream();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void isKnownToTheClusterFieldByField(Rendered overlay) {
    assertThat(overlay.objects()).allSatisfy(object -> assertThatCode(() -> Strictly.check(object)).as(object.toString())
        .doesNotThrowAnyException());
  }

  @Test
  void refusesAMisspeltFieldAWrongTypeAndAnUnknownKind() {
    for (String kind : List.of("StatefulSet", "ScaledObject", "Kafka", "MongoDBCommunity", "ExternalSecret", "NetworkPolicy")) {
      ObjectNode misspelt = first(kind);
      ((ObjectNode) misspelt.get("spec")).put("replica", 3);
      assertThatThrownBy(() -> Strictly.check(misspelt)).as(kind).hasMessageContaining("replica");
    }
    ObjectNode wrong = first("StatefulSet");
    ((ObjectNode) wrong.get("spec")).put("minReadySeconds", "ten");
    assertThatThrownBy(() -> Strictly.check(wrong)).isInstanceOf(Exception.class);
    ObjectNode unknown = first("StatefulSet");
    unknown.put("kind", "StatefullSet");
    assertThatThrownBy(() -> Strictly.check(unknown)).hasMessageContaining("unknown kind");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void runsEveryServiceInTheSameSafeWay(Rendered overlay) {
    assertThat(services(overlay, "StatefulSet")).isEqualTo(SERVICES);
    assertThat(services(overlay, "PodDisruptionBudget")).isEqualTo(SERVICES);
    assertThat(overlay.all("StatefulSet")).allSatisfy(set -> {
      JsonNode pod = set.at("/spec/template/spec");
      JsonNode container = pod.at("/containers/0");
      assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe")).allMatch(container::hasNonNull);
      assertThat(List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory"))
          .noneMatch(size -> container.at("/resources" + size).isMissingNode());
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(pod.at("/topologySpreadConstraints")).isNotEmpty();
      assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
      assertThat(container.path("image").asText()).startsWith("tsunagu/" + Rendered.service(set) + ":");
    });
  }

  /** Each is spoken to over TLS, at a name that its certificate has and a port at which it listens. */
  @ParameterizedTest
  @MethodSource("overlays")
  void encryptsWhatServicesTellEachOther(Rendered overlay) {
    JsonNode settings = overlay.all("ConfigMap").filter(map -> Rendered.name(map).startsWith("settings")).findFirst().orElseThrow()
        .path("data");
    assertThat(overlay.all("StatefulSet")).allSatisfy(set -> {
      String service = Rendered.service(set);
      URI address = URI.create(settings.path("TSUNAGU_" + service.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL").asText());
      assertThat(address).hasScheme("https").hasHost("tsunagu-" + service).hasPort(settings.path("SERVER_PORT").asInt());
      JsonNode pod = set.at("/spec/template/spec");
      String kept = pod.path("volumes").valueStream().filter(volume -> volume.path("name").asText().equals("own")).findFirst()
          .orElseThrow().at("/secret/secretName").asText();
      assertThat(overlay.all("Certificate").filter(one -> one.at("/spec/secretName").asText().equals(kept))).singleElement()
          .satisfies(one -> assertThat(one.at("/spec/dnsNames/0").asText()).isEqualTo(address.getHost()));
      assertThat(overlay.all("Service").filter(one -> Rendered.name(one).equals(address.getHost()))).singleElement()
          .satisfies(one -> assertThat(one.at("/spec/ports/0/port").asInt()).isEqualTo(address.getPort()));
      JsonNode container = pod.at("/containers/0");
      assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(address.getPort());
      assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
          .allMatch(probe -> container.at("/" + probe + "/httpGet/scheme").asText().equals("HTTPS"));
    });
    assertThat(overlay.all("Ingress")).allMatch(
        way -> way.at("/metadata/annotations/nginx.ingress.kubernetes.io~1backend-protocol").asText().equals("HTTPS"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void givesEveryServiceItsOwnPrincipalAndDatabaseUser(Rendered overlay) {
    assertThat(services(overlay, "KafkaUser")).containsAll(SERVICES.stream().filter(s -> !s.equals("identity")).toList());
    assertThat(overlay.all("KafkaUser").filter(user -> SERVICES.contains(Rendered.service(user)))).allSatisfy(user -> {
      List<String> written = acls(user).filter(acl -> acl.path("operations").toString().contains("Write"))
          .map(acl -> acl.at("/resource/name").asText()).toList();
      String own = "tsunagu." + Rendered.service(user);
      assertThat(written).isEqualTo(own.equals("tsunagu.portal") ? List.of() : List.of(own));
    });
    JsonNode users = overlay.all("MongoDBCommunity").findFirst().orElseThrow().at("/spec/users");
    assertThat(users).hasSize(SERVICES.size()).allSatisfy(user -> {
      String name = user.path("name").asText();
      assertThat(name).isIn(SERVICES);
      assertThat(user.path("roles")).extracting(role -> role.path("db").asText()).isSubsetOf("tsunagu-" + name,
          name.equals("intake") ? "tsunagu-vault" : "tsunagu-" + name);
    });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void hasEveryTopicThatIsPublished(Rendered overlay) throws IOException {
    String published = Files.readString(Path.of("../contracts/src/main/resources/contracts/asyncapi.yaml"));
    Set<String> topics = Pattern.compile("address: (tsunagu\\.\\S+)").matcher(published).results().map(m -> m.group(1))
        .collect(Collectors.toSet());
    assertThat(overlay.all("KafkaTopic").map(Rendered::name).collect(Collectors.toSet())).isEqualTo(topics).isNotEmpty();
    assertThat(overlay.all("KafkaTopic")).allSatisfy(topic -> {
      assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
      assertThat(topic.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(2);
      assertThat(topic.at("/spec/config/cleanup.policy").asText())
          .isEqualTo(Rendered.service(topic).equals("directory") ? "compact" : "delete");
    });
  }

  /** What a service's own file says it reads it may read, and is scaled by. */
  @ParameterizedTest
  @MethodSource("overlays")
  void mayReadWhatItReads(Rendered overlay) {
    assertThat(overlay.all("KafkaUser").filter(user -> SERVICES.contains(Rendered.service(user)))).allSatisfy(user -> {
      String service = Rendered.service(user);
      String settings = Files.readString(Path.of("../../services", service, "src/main/resources", service + ".yml"));
      Set<String> read = Pattern.compile("destination: (\\S+)").matcher(settings).results()
          .flatMap(m -> Stream.of(m.group(1).split(",", -1))).collect(Collectors.toSet());
      if (!service.equals("directory")) read.add("tsunagu.directory");
      assertThat(acls(user).filter(acl -> acl.path("operations").toString().contains("Read"))
          .filter(acl -> acl.at("/resource/type").asText().equals("topic")).map(acl -> acl.at("/resource/name").asText())
          .collect(Collectors.toSet())).as(service).isEqualTo(read);
    });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void letsNobodyInButByThePortal(Rendered overlay) {
    assertThat(overlay.all("Ingress")).singleElement()
        .satisfies(way -> assertThat(way.at("/spec/rules/0/http/paths/0/backend/service/name").asText()).isEqualTo("tsunagu-portal"));
    assertThat(overlay.all("NetworkPolicy").filter(policy -> policy.toString().contains("ingress-nginx")).map(Rendered::name))
        .containsExactly("to-portal");
    assertThat(overlay.all("Service")).noneMatch(service -> service.at("/spec").has("type"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void isScaledByOneAlone(Rendered overlay) {
    List<String> scaled = Stream.concat(overlay.all("ScaledObject"), overlay.all("HorizontalPodAutoscaler"))
        .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText()).toList();
    assertThat(scaled).doesNotHaveDuplicates();
    assertThat(overlay.all("StatefulSet").filter(set -> scaled.contains(Rendered.name(set))))
        .noneMatch(set -> set.path("spec").has("replicas"));
    assertThat(overlay.all("ScaledObject")).allMatch(scaler -> scaler.at("/spec/maxReplicaCount").asInt() <= 12);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void holdsNoSecret(Rendered overlay) {
    assertThat(overlay.all("Secret")).isEmpty();
    assertThat(overlay.all("ConfigMap").flatMap(map -> map.path("data").propertyStream()).map(java.util.Map.Entry::getKey))
        .noneMatch(key -> key.matches(".*(SECRET|PASSWORD|_KEY)$"));
    assertThat(overlay.all("StatefulSet").flatMap(set -> set.at("/spec/template/spec/containers/0/env").valueStream()))
        .noneMatch(variable -> variable.has("value"));
  }

  private ObjectNode first(String kind) {
    return overlays.get(1).all(kind).findFirst().orElseThrow().deepCopy();
  }

  private static Stream<JsonNode> acls(JsonNode user) {
    return user.at("/spec/authorization/acls").valueStream();
  }

  private static Set<String> services(Rendered overlay, String kind) {
    return overlay.all(kind).map(Rendered::service).collect(Collectors.toSet());
  }
}
