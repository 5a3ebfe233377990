package jp.tsunagu.manifests;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.fabric8.kubernetes.internal.KubernetesDeserializer;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

/** Refuses every field and kind that is not known: a cluster would drop the first silently. */
final class Strictly {
  private static final Map<String, Class<?>> CUSTOM = Map.ofEntries(Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
      Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
      Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class), Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
      Map.entry("keda.sh/v1alpha1 ScaledObject", Shapes.ScaledObject.class),
      Map.entry("keda.sh/v1alpha1 TriggerAuthentication", Shapes.TriggerAuthentication.class),
      Map.entry("external-secrets.io/v1 ExternalSecret", Shapes.ExternalSecret.class),
      Map.entry("cert-manager.io/v1 Issuer", Shapes.Issuer.class), Map.entry("cert-manager.io/v1 Certificate", Shapes.Certificate.class),
      Map.entry("mongodbcommunity.mongodb.com/v1 MongoDBCommunity", Shapes.MongoDBCommunity.class));

  private static final KubernetesDeserializer FABRIC8 = new KubernetesDeserializer();
  private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .annotationIntrospector(new NothingElse()).build();

  private Strictly() {}

  /** Models keep what they do not know; here it has no place. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated any) {
      return false;
    }
  }

  static void check(JsonNode object) throws IOException {
    String apiVersion = object.path("apiVersion").asText();
    String kind = object.path("kind").asText();
    Class<?> custom = CUSTOM.get(apiVersion + " " + kind);
    if (custom != null) {
      STRICT.treeToValue(object, custom);
      return;
    }
    Class<?> official = ModelMapper.getApiTypeClass(apiVersion, kind);
    Class<?> second = FABRIC8.getRegisteredKind(apiVersion, kind);
    if (official == null || second == null) throw new IllegalArgumentException("an unknown kind: " + apiVersion + " " + kind);
    validate(official, object.toString());
    STRICT.treeToValue(object, second);
  }

  private static void validate(Class<?> type, String json) throws IOException {
    try {
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, JsonParser.parseString(json));
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(refused.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    Object unused = JSON.deserialize(json, type);
  }
}
