import express from 'express';

express().listen(80, () => undefined);
//        ^? declares service
