package dev.jobport.architecture.twins.the_carrier_knows_no_protocol.lab.carrier;

import dev.jobport.architecture.twins.the_carrier_knows_no_protocol.adapters.wire.Answer;

record SinnerWithAnAnswer(Answer answer) {}
