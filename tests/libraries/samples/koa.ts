import Koa from 'koa';

new Koa().listen(80);
//        ^? declares service
