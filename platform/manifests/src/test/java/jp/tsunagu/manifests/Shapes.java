package jp.tsunagu.manifests;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;

/** Those fields of KEDA's, external-secrets', cert-manager's and MongoDB's resources that we use: no models of theirs can be had. */
interface Shapes {
  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(Target scaleTargetRef, int pollingInterval, int minReplicaCount, int maxReplicaCount, Advanced advanced,
        List<Trigger> triggers) {}

    record Target(String apiVersion, String kind, String name) {}

    record Advanced(Config horizontalPodAutoscalerConfig) {}

    record Config(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, Lag metadata, Name authenticationRef) {}

    record Lag(String bootstrapServers, String consumerGroup, String lagThreshold, String offsetResetPolicy) {}
  }

  record Name(String name) {}

  record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(List<Ref> secretTargetRef) {}

    record Ref(String parameter, String name, String key) {}
  }

  record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(Store secretStoreRef, String refreshInterval, Target target, List<Data> data) {}

    record Store(String kind, String name) {}

    record Target(String creationPolicy) {}

    record Data(String secretKey, Remote remoteRef) {}

    record Remote(String key, String property) {}
  }

  record Issuer(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(@Nullable Map<String, JsonNode> selfSigned, @Nullable Authority ca) {}

    record Authority(String secretName) {}
  }

  record Certificate(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(@Nullable Boolean isCA, @Nullable String commonName, String secretName, String duration, String renewBefore,
        @Nullable Key privateKey, @Nullable List<String> dnsNames, @Nullable List<String> usages, Ref issuerRef) {}

    record Key(String algorithm, int size, @Nullable String rotationPolicy) {}

    record Ref(String name, String kind) {}
  }

  record MongoDBCommunity(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(String type, int members, String version, Security security, Map<String, JsonNode> additionalConnectionStringConfig,
        List<User> users, Set statefulSet) {}

    record Security(Authentication authentication, Tls tls) {}

    record Authentication(List<String> modes, boolean ignoreUnknownUsers) {}

    record Tls(boolean enabled, Name certificateKeySecretRef, Name caCertificateSecretRef) {}

    record User(String name, String db, Password passwordSecretRef, String scramCredentialsSecretName, String connectionStringSecretName,
        List<Role> roles) {}

    record Password(String name, String key) {}

    record Role(String name, String db) {}

    record Set(StatefulSetSpec spec) {}
  }
}
