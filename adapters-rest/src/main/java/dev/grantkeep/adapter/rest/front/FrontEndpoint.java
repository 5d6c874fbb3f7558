package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.auth.Gate;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller of the ready front. A body of any type reaches it; its methods may wait for the store. */
@Controller
@Consumes(MediaType.ALL)
@ExecuteOn(Gate.EXECUTOR)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FrontEndpoint {
    /** What the paths of one service begin with. */
    String SERVICE = "/oauth/{serviceId:[0-9]+}";
}
