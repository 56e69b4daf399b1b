package dev.jobport.architecture.twins.the_lab_stays_out_of_production.bootstrap;

import dev.jobport.architecture.twins.the_lab_stays_out_of_production.lab.LabTime;

record SinnerWhoseTimeTravels(LabTime time) {}
