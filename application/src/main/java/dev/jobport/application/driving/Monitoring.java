package dev.jobport.application.driving;

import dev.jobport.application.Backlog;
import java.util.List;

/** What those who watch over the server may ask. */
public interface Monitoring {

    /** What is still to be done, one entry for each account, action type and status of which there are jobs; in any order. */
    List<Backlog> backlog();
}
