package jp.tsunagu.health;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.jspecify.annotations.Nullable;

/** Leaves one contributor out of what a program says of itself as a whole; groups that name it have it. */
record OwnHealth(String without) implements HealthEndpointGroupsPostProcessor {
  @Override
  public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
    Map<String, HealthEndpointGroup> named = new HashMap<>();
    groups.getNames().forEach(name -> {
      HealthEndpointGroup group = groups.get(name);
      if (group != null) named.put(name, group);
    });
    return HealthEndpointGroups.of(new Without(groups.getPrimary(), without), named);
  }

  private record Without(HealthEndpointGroup all, String without) implements HealthEndpointGroup {
    @Override
    public boolean isMember(String name) {
      return !name.equals(without) && !name.startsWith(without + "/") && all.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext who) {
      return all.showComponents(who);
    }

    @Override
    public boolean showDetails(SecurityContext who) {
      return all.showDetails(who);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return all.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return all.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return all.getAdditionalPath();
    }
  }
}
