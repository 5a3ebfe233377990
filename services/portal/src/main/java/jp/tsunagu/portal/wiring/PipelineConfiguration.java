package jp.tsunagu.portal.wiring;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jp.tsunagu.portal.auditing.Auditor;
import jp.tsunagu.portal.auditing.Gaps;
import jp.tsunagu.portal.auditing.Passes;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.portal.pipeline.Bounds;
import jp.tsunagu.portal.pipeline.PipelineReading;
import jp.tsunagu.portal.pipeline.Stations;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.pipeline.OwnPipeline;

/** The view over the whole way, put together. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {
  @Bean
  Stations stations(ServiceClients clients, Guards guards, OwnPipeline own) {
    return new Stations(Auditor.SERVICES, clients, guards, own::now);
  }

  @Bean
  PipelineReading pipelineReading(Stations stations, Gaps gaps, Passes passes, InstantSource clock, PortalSettings settings) {
    var bounds = new Bounds(settings.pipeline().unpublished(), settings.pipeline().unread(), settings.pipeline().unaudited());
    return new PipelineReading(stations, gaps, passes, clock, bounds);
  }
}
